import type {Click, Control, IdpFieldMap} from '../../types/control.ts';
import {type Block, detail, type Entry, entry, group, heading} from './block.ts';
import {planNames} from './words.ts';

/** The exact steps of a control, group by group, and the fields of each identity provider. */
export function clickBlocks({clickGroups, fieldMaps}: Control): readonly Block[] {
	return [
		...group(
			3,
			'Exact steps today',
			clickGroups.flatMap(({title, appliesWhen, clicks}) => [
				heading(4, appliesWhen === null ? title : `${title} (${appliesWhen})`),
				{kind: 'entries', entries: clicks.map(clickEntry)} satisfies Block,
			]),
		),
		...group(3, 'Fields by identity provider', [{kind: 'entries', entries: fieldMaps.map(fieldMapEntry)}]),
	];
}

function clickEntry(click: Click): Entry {
	return entry(click.id, click.action, [
		detail('Where', click.path.join(' → ')),
		detail('Label', click.label),
		...click.values.map(({label, template}) => detail(label, readable(template))),
		detail('Link', click.url),
		detail('Who', click.role),
		detail('Plan', click.plan === null ? null : planNames[click.plan]),
		detail(
			click.lockOut ? 'Can lock people out' : 'Side effect',
			click.sideEffect ?? (click.lockOut ? 'yes' : null),
		),
		detail('Seen when', click.seenWhen),
		detail('Undo', click.undo),
		detail('Also called', click.alsoCalled.join('; ')),
	]);
}

/** Without a session there is nothing to fill in: say what belongs there. */
function readable(template: string): string {
	return template
		.replaceAll('{organizationId}', '<your-organization-id>')
		.replaceAll('{organizationName}', '<your-organization>')
		.replaceAll('{domain}', '<your-domain>');
}

function fieldMapEntry({name, fields}: IdpFieldMap): Entry {
	return entry(
		name,
		'',
		fields.map(({mixpanel, idp, note}) => detail(mixpanel, note === null ? idp : `${idp} (${note})`)),
	);
}
