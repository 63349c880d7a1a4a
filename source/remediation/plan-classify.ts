import type {Image} from '../types/change.ts';
import type {ProjectReference, Property} from '../types/facts.ts';
import type {Profile} from '../types/profile.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {ChangeTarget, Planned} from './change-plan.ts';
import {markIntent, placeIn, previewOf} from './property-change.ts';

export type ClassifyDetails = {
	readonly property: Pick<Property, 'id' | 'name'>;
	readonly project: ProjectReference;
	readonly target: ChangeTarget;
	/** Mixpanel plan, null when nobody said. */
	readonly plan: Profile['plan'];
	/** The property as just read. */
	readonly before: Image;
	/** Unique within the session. */
	readonly operation: string;
	readonly by: SafeText;
};

/** Plan to mark a property classified (product §3). Refused unless it was read as not classified. */
export function planClassify(details: ClassifyDetails): Planned {
	const {property, project, target, plan, before, operation, by} = details;
	const resource = {type: 'property', id: property.id, name: property.name} as const;
	const place = placeIn(resource, project, target);
	if (typeof place === 'string') {
		return {kind: 'refused', why: place};
	}

	if (before['sensitive'] !== false) {
		const why =
			before['sensitive'] === true
				? `${property.name} is classified already.`
				: `Mixpanel does not say whether ${property.name} is classified, so it is not changed from here.`;
		return {kind: 'refused', why};
	}

	const intent = markIntent({place, resource, before, sensitive: true, operation, undoes: null, by});
	return {
		kind: 'planned',
		plan: {
			intent,
			target,
			preview: {
				...previewOf(intent, project, target),
				heading: `Classify ${property.name}`,
				now: 'not classified: everyone in the project can see its values',
				after: afterwards(plan),
				consequences: consequences(property.name, plan),
				undo: 'At any time: the same request with sensitive false, checked by reading again.',
				question: `Classify ${property.name}?`,
				yes: `Yes, classify ${property.name}`,
			},
		},
	};
}

function afterwards(plan: Profile['plan']): string {
	return plan === 'enterprise'
		? 'classified: seen only with a custom role that allows it'
		: 'classified: visible to nobody without a custom role';
}

/** mixpanel-api §9.1, "Classification effects"; product §3. */
function consequences(name: SafeText, plan: Profile['plan']): readonly string[] {
	return [
		`Reports and boards that use ${name} show a warning, and it can no longer be filtered or broken down by.`,
		'Service accounts without the permission lose it in exports and may be refused elsewhere in the project.',
		permission(plan),
		'People still see that the property exists.',
	];
}

function permission(plan: Profile['plan']): string {
	switch (plan) {
		case 'enterprise': {
			return 'Nobody sees its values, Owners and you included, until a custom role with Classified Data Access is given.';
		}

		case 'growth': {
			return 'The permission comes with a custom role, and custom roles with Enterprise. On Growth perhaps nobody can be given it, you included.';
		}

		case 'free': {
			return 'On the Free plan Mixpanel probably refuses this; if not, perhaps nobody can see the values, you included.';
		}

		case null: {
			return 'The permission comes with a custom role, and custom roles with Enterprise. On a smaller plan perhaps nobody can be given it, you included.';
		}
	}
}
