import {makeSafe} from '../../terminal/make-safe.ts';
import type {Click} from '../../types/control.ts';
import type {Profile} from '../../types/profile.ts';
import type {Target} from '../../types/target.ts';

/** What a value is filled in with. */
export type ValueContext = {readonly target: Target; readonly profile: Profile};

export type FilledValue = {readonly label: string; readonly value: string};

const postbackPath = '/security/sso/v2/authorize/?org_id=';
const hosts = {eu: 'eu.mixpanel.com', in: 'in.mixpanel.com'} as const;
const names = {eu: 'EU', in: 'India'} as const;

/** A template of a click with what is known filled in; what is not stays as `<words>`. */
export function fillValue(template: string, context: ValueContext, domain: string | null = null): string {
	const {target, profile} = context;
	const known: {readonly [name: string]: string | undefined} = {
		organizationId: target.kind === 'byHand' ? undefined : makeSafe(target.organizationId),
		organizationName: target.kind === 'byHand' || target.name === '' ? undefined : makeSafe(target.name),
		domain: makeSafe(domain ?? profile.domains[0] ?? '') || undefined,
	};
	const unknown: {readonly [name: string]: string} = {
		organizationId: '<your organization id>',
		organizationName: '<your organization>',
		domain: '<your domain>',
	};
	return template.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => known[name] ?? unknown[name] ?? whole);
}

/**
The values of a click, ready to copy: once for each claimed domain where a domain is part of them, and with the host of
the region where a login that begins at the identity provider needs it.
*/
export function fillValues({values}: Pick<Click, 'values'>, context: ValueContext): readonly FilledValue[] {
	const {profile, target} = context;
	const isPerDomain = values.some(({template}) => template.includes('{domain}'));
	const domains = isPerDomain && profile.domains.length > 0 ? profile.domains : [null];
	return domains.flatMap(domain =>
		values.flatMap(({label, template}) => {
			const filled = {label, value: fillValue(template, context, domain)};
			const regional = regionalValue(filled, target);
			return regional === null ? [filled] : [filled, regional];
		}),
	);
}

/** Only the Postback URL changes with the region (guide-facts 1.1): its fixed counterparts are the same everywhere. */
function regionalValue({label, value}: FilledValue, target: Target): FilledValue | null {
	if (target.kind !== 'live' || target.region === 'us' || !value.includes(postbackPath)) {
		return null;
	}

	return {
		label: `${label}, for logins that begin at the identity provider (${names[target.region]})`,
		value: value.replace('mixpanel.com', hosts[target.region]),
	};
}
