import type {BatchResult} from '../../remediation/apply-changes.ts';
import type {ChangeResult} from '../../remediation/apply-one.ts';
import {batchPreview} from '../../remediation/batch-preview.ts';
import type {Fix} from '../../ui/state/fixes/fix.ts';

/** All that a confirmation has to say: what is changed, what follows, how it is undone, what is sent. */
export function fixText({plans, refused}: Extract<Fix, {kind: 'confirming'}>): readonly string[] {
	const [{preview: first}] = plans;
	const {where, changes, consequences} = batchPreview(plans);
	return [
		plans.length === 1 ? first.heading : `${plans.length} changes`,
		where,
		...changes.flatMap(({subject, now, after}) => [subject, `  Now: ${now}`, `  After: ${after}`]),
		`What follows: ${consequences.join(' ')}`,
		`Undo: ${first.undo}`,
		...plans.flatMap(({preview: {sends}}) => [`Sends: ${sends[0]}`, `  ${sends[1]}`]),
		...refused.map(why => `Left out: ${why}`),
	];
}

/** What a batch did, what failed, what was not tried. */
export function resultText(result: BatchResult): readonly string[] {
	if (result.kind === 'refused') {
		return [`Nothing was changed: ${result.why}`];
	}

	return [
		...result.done.flatMap(each => outcomeText('Done', each)),
		...(result.failed === null ? [] : outcomeText('Failed', result.failed)),
		...result.notTried.map(plan => `Not tried: ${plan.preview.subject}`),
		...(result.isCancelled ? ['Stopped because you said so.'] : []),
	];
}

function outcomeText(how: string, {plan, detail, differences, problem}: ChangeResult): readonly string[] {
	return [
		`${how}: ${plan.preview.subject}. ${detail}`,
		...differences.map(
			({field, expected, found}) =>
				`  ${field}: ${String(expected)} was expected, ${String(found)} was found`,
		),
		...(problem === null ? [] : [`  ${problem.message} ${problem.why} ${problem.next}`]),
	];
}
