import type {Command} from './command.ts';
import {checkCommand} from './registry/check-command.ts';
import {connectCommand} from './registry/connect-command.ts';
import {doctorCommand} from './registry/doctor-command.ts';
import {guideCommand} from './registry/guide-command.ts';
import {reportCommand} from './registry/report-command.ts';
import {sessionCommand} from './registry/session-command.ts';
import {simulateCommand} from './registry/simulate-command.ts';
import {statusCommand} from './registry/status-command.ts';
import {trainCommand} from './registry/train-command.ts';
import {undoCommand} from './registry/undo-command.ts';
import {wizardCommand} from './registry/wizard-command.ts';

/** The commands, in the order the help lists them. The first runs when no command is named. */
export const commands: readonly Command[] = [
	wizardCommand,
	checkCommand,
	guideCommand,
	statusCommand,
	reportCommand,
	undoCommand,
	sessionCommand,
	connectCommand,
	trainCommand,
	doctorCommand,
	simulateCommand,
];
