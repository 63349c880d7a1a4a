import {askPlain} from '../../prompts/plain/ask-plain.ts';
import {saveMemory} from '../../terminal/save-memory.ts';
import type {ExitCode} from '../../types/exit-code.ts';
import type {Invocation} from '../invocation.ts';
import {type Beginning, showUntilLeft} from './show-until-left.ts';

/** Take the same journey as plain questions, one after the other, until it is left. Resolves to the exit code. */
export async function runPlain(invocation: Invocation, beginning: Beginning): Promise<ExitCode> {
	saveMemory('stays_open');
	return showUntilLeft(invocation, beginning, askPlain);
}
