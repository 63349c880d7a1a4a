import {keyOf} from '../../../assessment/resource-key.ts';
import type {Assessment} from '../../../types/assessment.ts';
import type {Control, ControlId} from '../../../types/control.ts';
import type {ResourceKey} from '../../../types/resource.ts';
import {nameOfKey} from './finding-rows.ts';

/** What a waiver or an exemption is about: a control by its id, or a rule by its id, with the one thing it lets pass. */
export type DecisionSubject = {readonly subject: string; readonly resource: ResourceKey | null};

/** That in the words of the screen, `Every secret is young`, with the control it belongs to; null for one unknown here. */
export function decisionName(
	{subject, resource}: DecisionSubject,
	controls: readonly Control[],
	assessment: Pick<Assessment, 'controls'>,
): {readonly control: ControlId | null; readonly words: string} {
	const control = controls.find(({id, rules}) => id === subject || rules.some(rule => rule.id === subject));
	const title =
		control?.rules.find(({id}) => id === subject)?.title ??
		(control === undefined ? subject : `all of ${control.shortTitle}`);
	return {
		control: control?.id ?? null,
		words: resource === null ? title : `${resourceName(resource, assessment)}, ${title}`,
	};
}

function resourceName(resource: ResourceKey, {controls}: Pick<Assessment, 'controls'>): string {
	const found = controls
		.flatMap(({rules}) => rules)
		.flatMap(({findings}) => findings)
		.find(finding => keyOf(finding.resource) === keyOf(resource));
	return found?.resource.name ?? nameOfKey(resource);
}
