import type {AppState, Open} from '../app-state.ts';
import {ruleById} from '../picking/register-rows.ts';
import {finishAssure} from './assure.ts';
import {finishAttest} from './attest.ts';
import {finishConfirm} from './confirm.ts';
import {finishExempt} from './exempt.ts';
import {type Finished, problem} from './finished.ts';
import type {Form} from './form.ts';
import {finishHandOver} from './hand-over.ts';
import {finishImport} from './import-evidence.ts';
import {finishName} from './name.ts';
import {finishNotOnScreen} from './not-on-screen.ts';
import {finishNote} from './note.ts';
import {finishPark} from './park.ts';
import {finishProfile} from './profile.ts';
import {finishReport} from './report.ts';
import {finishRows, rowRule} from './rows.ts';
import {mostDays} from './term.ts';
import {finishWaive} from './waive.ts';

/** What a form records once its last field is accepted, or what is missing. */
export function finishForm(form: Form, open: Open, state: AppState): Finished {
	const {purpose} = form;
	const {session} = open;
	switch (purpose.kind) {
		case 'attest': {
			const rule = ruleById(state, purpose.rule);
			return rule === null
				? problem('answer', 'This rule is not known any more.')
				: finishAttest(form, rule, session, state.now);
		}

		case 'note': {
			return finishNote(form, purpose.control);
		}

		case 'waive': {
			return finishWaive(form, purpose.scope, mostDays(state.policy), session, state.now);
		}

		case 'exempt': {
			return finishExempt(form, purpose, mostDays(state.policy), session, state.now);
		}

		case 'rows': {
			const rule = ruleById(state, purpose.rule);
			const asked = rule === null ? null : rowRule(rule);
			return asked === null
				? problem(form.fields[0]?.name ?? '', 'This rule is not known any more.')
				: finishRows(form, asked, purpose.resources, session, state.now);
		}

		case 'confirm': {
			return finishConfirm(form, purpose.reading, purpose.key, session);
		}

		case 'hand_over': {
			const control = state.controls.find(({id}) => id === purpose.control);
			return control === undefined
				? problem('recipient', 'This control is not known any more.')
				: finishHandOver(form, control, open, state.now);
		}

		case 'not_on_screen': {
			return finishNotOnScreen(form, purpose.click, session);
		}

		case 'park': {
			return finishPark(form, purpose, session, state.now);
		}

		case 'assure': {
			return finishAssure(form, session, open.target);
		}

		case 'name': {
			return finishName(form);
		}

		case 'import': {
			return finishImport(form, purpose.offered);
		}

		case 'report': {
			return finishReport(form, purpose);
		}

		case 'take_back': {
			return {kind: 'events', events: purpose.events, message: purpose.message};
		}

		case 'profile': {
			return finishProfile(form, session);
		}
	}
}
