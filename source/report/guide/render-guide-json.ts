import {guideDocument} from '../../controls/guide/index.ts';
import {controls} from '../../controls/index.ts';
import type {Control, Mapping} from '../../types/control.ts';

/** The guide, or the guide with one control only, in the shape of contract §5; ends with a newline. */
export function renderGuideJson({control}: {readonly control: Control | null}): string {
	const {compliance, extras, ...guide} = guideDocument;
	return `${JSON.stringify(
		{
			schemaVersion: '1',
			guide,
			controls: (control === null ? controls : [control]).map(toJson),
			compliance,
			extras,
		},
		null,
		2,
	)}\n`;
}

function toJson({rules, clickGroups, ...control}: Control) {
	return {
		...control,
		rules: rules.map(({id, version, title, required, source, plan}) => ({
			id,
			version,
			title,
			required,
			source,
			plan,
		})),
		clicks: clickGroups.flatMap(({title, appliesWhen, clicks}) =>
			clicks.map(click => ({...click, group: title, appliesWhen})),
		),
		frameworks: {
			cis: printed(control.mappings, 'cis'),
			nist80053: printed(control.mappings, 'nist80053'),
			soc2: printed(control.mappings, 'soc2'),
		},
	};
}

/** Ids as the guide prints them; titles, fit and suggestions are in `mappings`. */
function printed(mappings: readonly Mapping[], framework: Mapping['framework']): readonly string[] {
	return mappings
		.filter(mapping => mapping.framework === framework && mapping.origin === 'guide')
		.map(({id}) => id);
}
