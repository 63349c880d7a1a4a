import {pendingConfirmations} from '../../../assessment/pending-confirmations.ts';
import {keyOf} from '../../../assessment/resource-key.ts';
import type {Resource} from '../../../types/resource.ts';
import type {AppState, Open} from '../app-state.ts';
import {confirmForm} from '../forms/confirm.ts';
import {exemptForm} from '../forms/exempt.ts';
import type {Form} from '../forms/form.ts';
import {rowRule, rowsForm} from '../forms/rows.ts';
import {mostDays} from '../forms/term.ts';
import {waiveForm} from '../forms/waive.ts';
import {type Step, stay} from '../step.ts';
import {exemptionFor, findingsOf} from './finding-rows.ts';
import {type Picking, type PickRow, pickedKeys} from './picking.ts';
import {resultById} from './picking-view.ts';
import {registerProgress} from './register-progress.ts';
import {registerIn, ruleById} from './register-rows.ts';
import {keyOfNotice, noticesOf} from './waiver-rows.ts';

/** The form for what is picked, over the list; says why where nothing can be recorded. `last` is the form of the row before. */
export function openPicked(
	state: AppState,
	open: Open,
	picking: Picking,
	rows: readonly PickRow[],
	last: Form | null = null,
): Step {
	if (open.readOnly !== null) {
		return stay({...state, message: open.readOnly});
	}

	const form = formFor(state, open, picking, new Set(pickedKeys(picking, rows)), last);
	return form === null
		? stay({...state, message: 'There is nothing to choose here.'})
		: stay({...state, form});
}

function formFor(
	state: AppState,
	open: Open,
	{of}: Picking,
	keys: ReadonlySet<string>,
	last: Form | null,
): Form | null {
	const isPicked = ({resource}: {readonly resource: Resource}): boolean => keys.has(keyOf(resource));
	const asked = {...state, session: open.session, maxDays: mostDays(state.policy)};
	switch (of.kind) {
		case 'findings': {
			const result = resultById(open, of.rule);
			const picked = result === null ? [] : findingsOf(result).filter(isPicked);
			const [first] = picked;
			if (result === null || first === undefined) {
				return null;
			}

			const known = picked.length === 1 ? exemptionFor(result, first.resource) : null;
			const title = ruleById(state, of.rule)?.title ?? of.rule;
			return exemptForm(
				{id: of.rule, title},
				picked.map(({resource}) => resource),
				known,
				asked,
			);
		}

		case 'rows': {
			return formForRows(state, open, of, keys, last);
		}

		case 'readings': {
			const pending = pendingConfirmations(open.facts, open.session).find(({reading}) => keys.has(reading));
			return pending === undefined ? null : confirmForm(pending, asked);
		}

		case 'waivers': {
			return renewalForm(state, open, keys);
		}
	}
}

function formForRows(
	state: AppState,
	open: Open,
	of: Extract<Picking['of'], {kind: 'rows'}>,
	keys: ReadonlySet<string>,
	last: Form | null,
): Form | null {
	const rule = ruleById(state, of.rule);
	const register = rule === null ? null : registerIn(rule, open, state.now);
	const asked = rule === null ? null : rowRule(rule);
	const resources = (register?.rows ?? [])
		.map(({resource}) => resource)
		.filter(resource => keys.has(keyOf(resource)));
	return register === null || asked === null || resources.length === 0
		? null
		: rowsForm(of.control, asked, resources, {
				session: open.session,
				knownPerson: state.knownPerson,
				now: state.now,
				progress: registerProgress(register, open.facts, open.before),
				last,
			});
}

/** A waiver or exemption given anew, for the rule as it is now. */
function renewalForm(state: AppState, open: Open, keys: ReadonlySet<string>): Form | null {
	const notice = noticesOf(state, open).find(candidate => keys.has(keyOfNotice(candidate)));
	const asked = {...state, session: open.session, maxDays: mostDays(state.policy)};
	if (notice === undefined || notice.fromPolicy === true) {
		return null;
	}

	if (notice.subject.kind === 'exemption') {
		const {exemption} = notice.subject;
		const result = resultById(open, exemption.rule);
		const found = (result === null ? [] : findingsOf(result)).find(
			({resource}) => keyOf(resource) === keyOf(exemption.resource),
		);
		const title = ruleById(state, exemption.rule)?.title ?? exemption.rule;
		return found === undefined
			? null
			: exemptForm({id: exemption.rule, title}, [found.resource], exemption, asked);
	}

	const {waiver} = notice.subject;
	const {scope} = waiver;
	if (scope.kind === 'control') {
		const control = state.controls.find(({id}) => id === scope.control);
		return control === undefined
			? null
			: waiveForm(scope, `${control.id} ${control.shortTitle}`, asked, waiver);
	}

	const rule = ruleById(state, scope.rule);
	return rule === null
		? null
		: waiveForm({kind: 'rule', rule: rule.id, ruleVersion: rule.version}, rule.title, asked, waiver);
}
