import {decidedMeaning} from '../../assessment/decided-words.ts';

/** What the words of a check mean, for whoever did not make it: term and sentence. */
export const howToRead: readonly (readonly [term: string, text: string])[] = [
	[
		'verified',
		'A basis: read from Mixpanel, nothing was asked of a person. What an earlier run read has its age behind it.',
	],
	['confirmed', 'A basis: read, and a person compared once what the field means.'],
	['said', 'A basis: a person said so, nothing was read.'],
	['documented', 'A grade of the read: its endpoint is in public documentation.'],
	[
		'provider',
		'A grade of the read: its endpoint is known only from Mixpanel’s own Terraform provider or client.',
	],
	['inferred', 'A grade of the read: its endpoint or field is our inference.'],
	['unknown', 'A read was tried and gave no reliable answer. It does not count as passed.'],
	['by hand', 'No read exists, or a person has to say what it means. It does not count as passed.'],
	['decided', decidedMeaning],
	[
		'waived',
		'Accepted until a day, with an owner. It never changes what was measured and does not count as passed.',
	],
];
