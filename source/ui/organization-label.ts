import type {Region} from '../types/target.ts';

type Key =
	| {readonly kind: 'live'; readonly region: Region; readonly organizationId: string}
	| {readonly kind: 'simulated'; readonly organizationId: string}
	| {readonly kind: 'byHand'};

/** How an organization is called on every screen: `Corp Example · 4410022 · US`. Without a name, by its id alone. */
export function organizationLabel(key: Key, name: string | null): string {
	if (key.kind === 'byHand') {
		return 'By hand, without a key';
	}

	const place = key.kind === 'live' ? key.region.toUpperCase() : 'simulated';
	return [...(name === null ? [] : [name]), key.organizationId, place].join(' · ');
}
