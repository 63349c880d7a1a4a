import type {Incident} from '../../types/guide.ts';
import {type Block, detail, entry, group, list, paragraph} from './block.ts';

/** The incident, told beside what the guide says of it. */
export function incidentBlocks(incident: Incident): readonly Block[] {
	return [
		...group(2, 'The incident of November 2025', [
			paragraph(`The guide: ${incident.guideSays}`),
			paragraph(incident.summary),
			{
				kind: 'entries',
				entries: incident.timeline.map(({date, text, source}) =>
					entry(date, text, [detail('Source', source)]),
				),
			},
		]),
		...group(3, 'What customers controlled', [list(incident.customersControlled)]),
		...group(3, 'What they could not', [list(incident.customersCouldNot)]),
		...group(3, 'Claimed or disputed', [list(incident.disputed)]),
		paragraph(incident.note),
	];
}
