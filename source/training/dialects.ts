import type {RouteName} from './routes/route-name.ts';

/** Where the organization's own routes live: at the host's root, under `/api/app`, or nowhere (mixpanel-api §1.1). */
export type Families = 'root' | 'api-app' | 'absent';

/** The ways in which one organization's answers may differ from another's (mixpanel-api §3.2, §6.1, §14). */
export type Dialects = {
	/** Rows in the envelope, a map by id with other keys, or a bare list at the root. */
	readonly users: 'rows' | 'map' | 'bare';
	/** What the two-factor object looks like. */
	readonly twoFactor: 'enabled' | 'required' | 'several' | 'nested' | 'none';
	/** What a write of the two-factor object does. */
	readonly twoFactorWrite: 'saves' | 'password' | 'ignored' | 'second-key';
	/** What a write of a property does; either way it is answered as if it had been saved. */
	readonly propertyWrite: 'saves' | 'ignored';
	/** The key that carries a service account's organization role in the organization's list. */
	readonly serviceAccountRole: 'org_role' | 'role' | 'null' | 'absent';
	/** Whether granting a role in a project where the account has one replaces it. */
	readonly repeatedGrant: 'replaces' | 'keeps';
	/** Routes whose answers come without the `{status, results}` envelope. */
	readonly bare: readonly RouteName[];
	/** Rows a page on the routes that page (service accounts, properties); null = they do not page. */
	readonly pageSize: number | null;
};

/** What most scenarios speak. */
export const plainDialects: Dialects = {
	users: 'rows',
	twoFactor: 'enabled',
	twoFactorWrite: 'saves',
	propertyWrite: 'saves',
	serviceAccountRole: 'org_role',
	repeatedGrant: 'replaces',
	bare: [],
	pageSize: null,
};
