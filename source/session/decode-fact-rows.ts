import type {
	Identity,
	OrganizationReference,
	OrganizationRole,
	ProjectReference,
	ProjectRole,
	Property,
	ServiceAccount,
	ServiceAccountGrant,
	Team,
	TwoFactorReading,
	User,
	DataView as View,
} from '../types/facts.ts';
import {choice, count, type Decode, fields, flag, list, Misfit, moment, nullable, safeText} from './field.ts';

// What a fact holds, field by field. Whatever else stands in an object is left behind.

const organizationRole = choice<OrganizationRole>({
	owner: 'owner',
	admin: 'admin',
	billing_admin: 'billing_admin',
	member: 'member',
	other: 'other',
});
const projectRoleKind = choice<Exclude<ProjectRole['kind'], 'custom'>>({
	owner: 'owner',
	admin: 'admin',
	analyst: 'analyst',
	consumer: 'consumer',
});
const grantedThrough = choice<NonNullable<ServiceAccountGrant['grantedThrough']>>({
	individual: 'individual',
	team: 'team',
	organization: 'organization',
});
const propertyKind = choice<Property['resourceType']>({Event: 'Event', User: 'User'});

export function identity(value: unknown): Identity {
	const given = fields(value);
	return {
		organizations: list(organization)(given['organizations']),
		projects: list(project)(given['projects']),
	};
}

function organization(value: unknown): OrganizationReference {
	const given = fields(value);
	return {
		id: exactText(given['id']),
		name: safeText(given['name']),
		role: nullable(organizationRole)(given['role']),
	};
}

export function project(value: unknown): ProjectReference {
	const given = fields(value);
	return {
		id: exactText(given['id']),
		name: safeText(given['name']),
		organizationId: nullable(exactText)(given['organizationId']),
	};
}

export function user(value: unknown): User {
	const given = fields(value);
	return {
		id: exactText(given['id']),
		email: safeText(given['email']),
		name: safeText(given['name']),
		role: organizationRole(given['role']),
		roleText: safeText(given['roleText']),
		invited: nullable(flag)(given['invited']),
	};
}

export function team(value: unknown): Team {
	const given = fields(value);
	return {
		id: exactText(given['id']),
		name: safeText(given['name']),
		members: nullable(count)(given['members']),
	};
}

export function twoFactor(value: unknown): TwoFactorReading {
	const candidate: Decode<TwoFactorReading['candidates'][number]> = each => {
		const given = fields(each);
		return {key: safeText(given['key']), value: flag(given['value'])};
	};
	return {candidates: list(candidate)(fields(value)['candidates'])};
}

export function serviceAccount(value: unknown): ServiceAccount {
	const given = fields(value);
	return {
		id: exactText(given['id']),
		username: safeText(given['username']),
		lastUsed: nullable(moment)(given['lastUsed']),
		expires: nullable(moment)(given['expires']),
		created: moment(given['created']),
		organizationRole: nullable(organizationRole)(given['organizationRole']),
		isOwn: flag(given['isOwn']),
	};
}

export function grant(value: unknown): ServiceAccountGrant {
	const given = fields(value);
	return {
		serviceAccountId: exactText(given['serviceAccountId']),
		username: safeText(given['username']),
		role: nullable(projectRole)(given['role']),
		hasSensitiveAccess: nullable(flag)(given['hasSensitiveAccess']),
		grantedThrough: nullable(grantedThrough)(given['grantedThrough']),
		isOwn: flag(given['isOwn']),
	};
}

function projectRole(value: unknown): ProjectRole {
	const given = fields(value);
	return given['kind'] === 'custom'
		? {kind: 'custom', name: safeText(given['name'])}
		: {kind: projectRoleKind(given['kind'])};
}

export function property(value: unknown): Property {
	const given = fields(value);
	return {
		id: exactText(given['id']),
		rawName: exactText(given['rawName']),
		name: safeText(given['name']),
		resourceType: propertyKind(given['resourceType']),
		sensitive: nullable(flag)(given['sensitive']),
		hidden: nullable(flag)(given['hidden']),
		dropped: nullable(flag)(given['dropped']),
	};
}

export function dataView(value: unknown): View {
	const given = fields(value);
	return {
		id: exactText(given['id']),
		name: safeText(given['name']),
		isGlobal: nullable(flag)(given['isGlobal']),
		isDefault: nullable(flag)(given['isDefault']),
		isVisible: nullable(flag)(given['isVisible']),
		hasAllMembers: nullable(flag)(given['hasAllMembers']),
		hasFilters: nullable(flag)(given['hasFilters']),
	};
}

/** An id or name that has to stay exact. Its length is bounded by the file it stands in. */
function exactText(value: unknown): string {
	if (typeof value !== 'string') {
		throw new Misfit('a text is expected');
	}

	return value;
}
