import {keyOf} from '../../../assessment/resource-key.ts';
import type {SessionEvent} from '../../../types/session.ts';
import type {AppState, Open} from '../app-state.ts';
import {type Picking, type PickRow, pickedKeys} from './picking.ts';
import {registerIn, ruleById} from './register-rows.ts';
import {keyOfNotice, noticesOf} from './waiver-rows.ts';

/** What takes back what was recorded of the picked rows; empty where nothing was. */
export function withdrawPicked(
	state: AppState,
	open: Open,
	picking: Picking,
	rows: readonly PickRow[],
): readonly SessionEvent[] {
	const keys = new Set(pickedKeys(picking, rows));
	const {of} = picking;
	switch (of.kind) {
		case 'findings': {
			return open.session.exemptions
				.filter(({rule, resource}) => rule === of.rule && keys.has(keyOf(resource)))
				.map(({rule, resource}) => ({type: 'exemption_withdrawn', rule, resource}));
		}

		case 'rows': {
			const rule = ruleById(state, of.rule);
			const register = rule === null ? null : registerIn(rule, open, state.now);
			return (register?.rows ?? [])
				.filter(({resource, said}) => said !== null && keys.has(keyOf(resource)))
				.map(({resource: {type, id}}) => ({type: 'row_withdrawn', rule: of.rule, resource: {type, id}}));
		}

		case 'waivers': {
			return noticesOf(state, open)
				.filter(notice => notice.fromPolicy !== true && keys.has(keyOfNotice(notice)))
				.map(
					({subject}): SessionEvent =>
						subject.kind === 'waiver'
							? {type: 'waiver_withdrawn', scope: subject.waiver.scope}
							: {
									type: 'exemption_withdrawn',
									rule: subject.exemption.rule,
									resource: subject.exemption.resource,
								},
				);
		}

		case 'readings': {
			return [];
		}
	}
}
