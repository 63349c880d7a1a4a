import {makeSafe} from '../terminal/make-safe.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {SessionEvent, SessionState} from '../types/session.ts';
import {fold} from './fold.ts';

/** What a reset would take back, one line for each thing, in the words of whoever decided it. */
export function takenBack(
	state: SessionState,
	event: Extract<SessionEvent, {type: 'decisions_reset'}>,
	now: Date,
): readonly SafeText[] {
	const after = fold(state, {at: now.toISOString(), event});
	const on = (resource: {readonly type: string; readonly id: string} | null): string =>
		resource === null ? '' : `, ${resource.type} ${resource.id}`;
	const waived = ({scope}: SessionState['waivers'][number]): string =>
		scope.kind === 'control' ? `control ${scope.control}` : scope.rule;
	return [
		...gone(state.attestations, after.attestations).map(
			({rule, resource, status, by, observedOn}) =>
				`answer: ${rule}${on(resource)}: ${status.replace('_', ' ')}, by ${by}, ${observedOn}`,
		),
		...gone(state.waivers, after.waivers).map(
			each => `waiver: ${waived(each)}, until ${each.expires}: ${each.reason}`,
		),
		...gone(state.exemptions, after.exemptions).map(
			({rule, resource, expires, reason}) => `exemption: ${rule}${on(resource)}, until ${expires}: ${reason}`,
		),
		...gone(state.register, after.register).map(
			({rule, resource, fields}) =>
				`register: ${rule}${on(resource)}: ${fields.map(({label, value}) => `${label} ${value}`).join(', ')}`,
		),
		...gone([...state.ticked], [...after.ticked]).map(click => `ticked step: ${click}`),
		...[...state.notes].flatMap(([control, notes]) =>
			gone(notes, after.notes.get(control) ?? []).map(({text}) => `note: ${control}: ${text}`),
		),
		...gone(state.parked, after.parked).map(
			({control, click, waitingFor, what}) => `waiting: ${click ?? control}, for ${waitingFor}: ${what}`,
		),
		...gone(state.discrepancies, after.discrepancies).map(
			({click, seen}) => `not on the screen: ${click}: ${seen}`,
		),
	].map(line => makeSafe(line, 300));
}

/** What of `before` is not in `after`. */
function gone<Each>(before: readonly Each[], after: readonly Each[]): readonly Each[] {
	const kept = new Set(after.map(each => JSON.stringify(each)));
	return before.filter(each => !kept.has(JSON.stringify(each)));
}
