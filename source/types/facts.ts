import type {AuditLog, DomainClaim, SamlCertificate, ScimUsers} from './evidence-facts.ts';
import type {SafeText} from './safe-text.ts';
import type {Grade, UnknownReason} from './verdict.ts';

/** One observation behind a verdict (contract §5). `detail` names method and path, never a secret or a query value. */
export type Evidence = {
	readonly source: 'api' | 'dns' | 'certificate' | 'log' | 'person';
	readonly detail: string;
	readonly grade: Grade | null;
	/** UTC ISO 8601 with Z. */
	readonly observedAt: string;
	readonly outcome: 'ok' | ReadFailure | 'skipped';
};

/** The ways a single read can fail to answer; `partial` arises only when many reads are put together. */
export type ReadFailure = Exclude<UnknownReason, 'partial'>;

/** A decoded value, and where it comes from. */
export type ReadOk<Value> = {
	readonly outcome: 'ok';
	readonly value: Value;
	readonly evidence: readonly Evidence[];
};

/** The answer to one question to the API: a decoded value, or the reason there is none. Never both. */
export type Read<Value> =
	| ReadOk<Value>
	| {readonly outcome: ReadFailure; readonly reason: SafeText; readonly evidence: readonly Evidence[]};

/** An organization as `/me` lists it (mixpanel-api §2). Ids are decimal strings, exact beyond 2^53. */
export type OrganizationReference = {
	readonly id: string;
	readonly name: SafeText;
	/** The caller's role there; null when the answer does not say. */
	readonly role: OrganizationRole | null;
};

export type ProjectReference = {
	readonly id: string;
	readonly name: SafeText;
	readonly organizationId: string | null;
};

/** Who the credential is and what it reaches (mixpanel-api §2). */
export type Identity = {
	readonly organizations: readonly OrganizationReference[];
	readonly projects: readonly ProjectReference[];
};

/** Organization roles after normalizing (mixpanel-api §3.2); `other` is text we do not know, never least privilege. */
export type OrganizationRole = 'owner' | 'admin' | 'billing_admin' | 'member' | 'other';

export type User = {
	/** The API's id as a decimal string, else the e-mail in lower case (contract §4). */
	readonly id: string;
	readonly email: SafeText;
	readonly name: SafeText;
	readonly role: OrganizationRole;
	/** The role as the API wrote it. */
	readonly roleText: SafeText;
	/** Null when the row does not say. */
	readonly invited: boolean | null;
};

/** Users of the organization; a list that breaks the confidence rule of mixpanel-api §3.2 never becomes one of these. */
export type UserList = {readonly users: readonly User[]};

export type Team = {
	readonly id: string;
	readonly name: SafeText /** Null when the row has no count. */;
	readonly members: number | null;
};

/** Project roles; a custom role carries its own name (mixpanel-api §7). */
export type ProjectRole =
	| {readonly kind: 'owner' | 'admin' | 'analyst' | 'consumer'}
	| {readonly kind: 'custom'; readonly name: SafeText};

export type ServiceAccount = {
	readonly id: string;
	readonly username: SafeText;
	/** UTC ISO 8601, or null for never used. */
	readonly lastUsed: string | null;
	/** UTC ISO 8601, or null for never expires. */
	readonly expires: string | null;
	/** UTC ISO 8601. */
	readonly created: string;
	/** Null when the row has no role or an empty one (grade inferred). */
	readonly organizationRole: OrganizationRole | null;
	/** True for the account whose credential made this read, matched on the raw username. */
	readonly isOwn: boolean;
};

/** One service account's access to one project (mixpanel-api §7). */
export type ServiceAccountGrant = {
	readonly serviceAccountId: string;
	readonly username: SafeText;
	readonly role: ProjectRole | null;
	readonly hasSensitiveAccess: boolean | null;
	readonly grantedThrough: 'individual' | 'team' | 'organization' | null;
	readonly isOwn: boolean;
};

export type Property = {
	/** `<project>:<Event|User>:<percent-encoded raw name>` (contract §4). */
	readonly id: string;
	/** The exact name, for matching and for API calls; never shown. */
	readonly rawName: string;
	readonly name: SafeText;
	readonly resourceType: 'Event' | 'User';
	/** Classified. Null when the row does not say. */
	readonly sensitive: boolean | null;
	readonly hidden: boolean | null;
	readonly dropped: boolean | null;
};

export type DataView = {
	/** `<project>:<id>` (contract §4). */
	readonly id: string;
	readonly name: SafeText;
	readonly isGlobal: boolean | null;
	readonly isDefault: boolean | null;
	/** Public: listed, and anyone in the project may join. */
	readonly isVisible: boolean | null;
	readonly hasAllMembers: boolean | null;
	/** Null when the row does not say. */
	readonly hasFilters: boolean | null;
};

/** The organization's two-factor object reduced to its boolean candidates (mixpanel-api §6.1). */
export type TwoFactorReading = {
	/** Boolean leaves whose key speaks of two-factor, or the single top-level boolean. */
	readonly candidates: readonly {readonly key: SafeText; readonly value: boolean}[];
};

/** The same question asked once for each project; a project whose read failed stays in the list. */
export type PerProject<Value> = readonly {readonly project: ProjectReference; readonly read: Read<Value>}[];

/** What each fact holds once read. Adding a fact = one line here and one reader in `mixpanel/facts/`. */
export type FactValues = {
	readonly identity: Identity;
	readonly users: UserList;
	readonly teams: readonly Team[];
	readonly twoFactor: TwoFactorReading;
	readonly serviceAccounts: readonly ServiceAccount[];
	readonly projectServiceAccounts: PerProject<readonly ServiceAccountGrant[]>;
	readonly properties: PerProject<readonly Property[]>;
	readonly dataViews: PerProject<readonly DataView[]>;
	readonly domainClaims: readonly DomainClaim[];
	readonly samlCertificates: readonly SamlCertificate[];
	readonly auditLog: AuditLog;
	readonly scimUsers: ScimUsers;
};

export type FactName = keyof FactValues;

/** Facts from beside the service account's own reads: absent unless a person named a domain, a file or a SCIM token. */
export const besideFacts = [
	'domainClaims',
	'samlCertificates',
	'auditLog',
	'scimUsers',
] as const satisfies readonly FactName[];

/** Whether a key that is read with comes to this fact by itself. */
export function isKeyFact(name: FactName): boolean {
	return !besideFacts.some(beside => beside === name);
}

/** Everything read in one run. A fact not yet read is absent: its rules have no verdict yet. */
export type Facts = {readonly [Name in FactName]?: Read<FactValues[Name]>};

/** Facts that ask the same of each project. */
export const perProjectFacts = [
	'projectServiceAccounts',
	'properties',
	'dataViews',
] as const satisfies readonly FactName[];
