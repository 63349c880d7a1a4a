import type {Flag} from '../command.ts';

/** Which organization is meant. */
export const organization = {
	kind: 'text',
	name: 'organization',
	value: 'ID',
	summary: 'Organization to work on, by its number',
} as const satisfies Flag;

/** Where Mixpanel is. */
export const baseUrl = {
	kind: 'text',
	name: 'base-url',
	value: 'URL',
	summary: 'A Mixpanel region, or a simulated one on this machine',
} as const satisfies Flag;

/** What to judge by. */
export const policy = {
	kind: 'text',
	name: 'policy',
	value: 'FILE',
	summary: 'Thresholds, patterns and exemptions to judge by, from a YAML or JSON file',
} as const satisfies Flag;

/** Whom to ask about claimed domains. */
export const dnsServer = {
	kind: 'text',
	name: 'dns-server',
	value: 'IP[:PORT]',
	summary: 'Name server to look up claimed domains with; the system’s when left out',
} as const satisfies Flag;

/** What a simulated organization is generated from. */
export const seed = {
	kind: 'text',
	name: 'seed',
	value: 'N',
	summary: 'Number the organization is generated from; equal seeds, equal organization',
	range: [0, 4_294_967_295],
} as const satisfies Flag;

/** What the wizard asks or offers by a key, where another command has a flag for it. */
export const wizardInstead = {
	profile: 'In the wizard the level is set by l in the list of controls, and kept with the session.',
} as const;
