import type {Command} from '../../keys/bindings.ts';
import type {AppState, Open} from '../app-state.ts';
import type {Judged} from '../effect.ts';
import {reportForm} from '../forms/report.ts';
import {goBack} from '../go-back.ts';
import type {ReportScreen} from '../places.ts';
import {type Step, stay} from '../step.ts';

/** Have the report written and show it; nothing is saved by that. Says why where there is nothing to report. */
export function beginReport(state: AppState): Step {
	const {open} = state;
	if (open === null) {
		return stay(state);
	}

	const why = whyNot(open);
	return why === null
		? {
				state: {
					...state,
					screen: {kind: 'report', row: 0, format: 'markdown', texts: null},
					behind: [...state.behind, state.screen],
				},
				effects: [{type: 'make_report', judged: judgedOf(open)}],
			}
		: stay({...state, message: why});
}

function whyNot({reading, target, session}: Open): string | null {
	if (reading.kind === 'under_way') {
		return 'The organization is still being read: the report waits for the end of it.';
	}

	return reading.kind === 'finished' || target.kind === 'byHand' || session.assessments.length > 0
		? null
		: 'There is nothing to report yet: press r in the list of controls to read the organization.';
}

/** What was just read, or nothing by hand; null where only what an earlier assessment kept can be reported. */
function judgedOf({reading, target, assessment, facts}: Open): Judged | null {
	if (target.kind === 'byHand') {
		return {assessment, facts: {}, at: null};
	}

	return reading.kind === 'finished' ? {assessment, facts, at: reading.at.toISOString()} : null;
}

/** The report: read it, in either format, and save it. */
export function updateReport(state: AppState, screen: ReportScreen, command: Command): Step {
	switch (command) {
		case 'format': {
			const format = screen.format === 'markdown' ? 'json' : 'markdown';
			return stay({...state, screen: {...screen, format, row: 0}});
		}

		case 'save': {
			return stay(
				screen.texts === null
					? {...state, message: 'The report is still being written.'}
					: {...state, form: reportForm(screen.format, screen.texts)},
			);
		}

		case 'back': {
			return stay(goBack(state));
		}

		default: {
			return stay(state);
		}
	}
}
