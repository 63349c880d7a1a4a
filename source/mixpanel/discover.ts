import type {Identity, OrganizationReference, Read} from '../types/facts.ts';
import {ask} from './ask.ts';
import type {Client} from './client.ts';
import {identityQuestion} from './facts/organization-facts.ts';

/** A read of `/me`, marked when Mixpanel refused the credential (401). */
export type IdentityRead = Read<Identity> & {readonly unauthorized: boolean};

/**
Ask who the credential is and what it reaches (mixpanel-api §2).
@throws {MixpanelError} only with code `cancelled`
*/
export async function readIdentity(client: Client, now: () => Date): Promise<IdentityRead> {
	const {read, unauthorized} = await ask(client, identityQuestion, {now});
	return {...read, unauthorized};
}

/** Which organization a run is about, or why that is not clear yet. */
export type OrganizationChoice =
	| {readonly kind: 'chosen'; readonly organization: OrganizationReference}
	| {readonly kind: 'several'; readonly organizations: readonly OrganizationReference[]}
	/** None is listed; a person can give the id. */
	| {readonly kind: 'none'}
	/** The asked id is not among those listed: another credential, or a wrong id. */
	| {readonly kind: 'not_listed'; readonly askedId: string};

/** Choose the organization: the asked one, else the only one listed. */
export function chooseOrganization(identity: Identity, askedId: string | null): OrganizationChoice {
	const {organizations} = identity;
	if (askedId !== null) {
		const organization = organizations.find(({id}) => id === askedId);
		return organization === undefined ? {kind: 'not_listed', askedId} : {kind: 'chosen', organization};
	}

	const [first, second] = organizations;
	if (first === undefined) {
		return {kind: 'none'};
	}

	return second === undefined ? {kind: 'chosen', organization: first} : {kind: 'several', organizations};
}
