/** Everything a simulated organization remembers while it runs. Ids are decimal strings, times UTC ISO 8601. */

export type StoredUser = {
	readonly id: string;
	readonly email: string;
	readonly name: string;
	role: string;
	readonly invited: boolean;
	readonly extra: Readonly<Record<string, unknown>>;
};

export type StoredAccount = {
	readonly id: string;
	readonly username: string;
	readonly secret: string;
	readonly organizationRole: string;
	lastUsed: string | null;
	readonly expires: string | null;
	readonly created: string;
	/** Who uses it again and again: milliseconds between two uses, and from the last one to the planting. Null for nobody. */
	readonly rhythm: {readonly every: number; readonly lastBefore: number} | null;
};

export type StoredGrant = {
	readonly account: string;
	readonly project: string;
	role: string;
	readonly through: 'individual' | 'team' | 'organization';
	readonly seesClassified: boolean;
};

export type StoredView = {
	readonly id: string;
	readonly name: string;
	readonly isGlobal: boolean;
	readonly isDefault: boolean;
	readonly isPublic: boolean;
	readonly hasAllMembers: boolean;
	readonly isFiltered: boolean;
};

export type StoredProperty = {
	readonly id: string;
	readonly name: string;
	readonly resourceType: 'Event' | 'User';
	displayName: string;
	description: string;
	hidden: boolean;
	dropped: boolean;
	sensitive: boolean;
};

export type StoredProject = {
	readonly id: string;
	readonly name: string;
	readonly token: string;
	readonly apiKey: string;
	readonly apiSecret: string;
	readonly views: readonly StoredView[];
	readonly properties: StoredProperty[];
};

export type SettingName = 'two-factor' | 'access-requests' | 'sessions' | 'ai';
export type SettingObject = Readonly<Record<string, unknown>>;

export type Organization = {
	readonly id: string;
	readonly name: string;
	readonly plan: 'free' | 'growth' | 'enterprise';
	readonly users: StoredUser[];
	readonly teams: readonly {readonly id: string; readonly name: string; readonly members: number}[];
	readonly projects: readonly StoredProject[];
	readonly customRoles: readonly {readonly id: string; readonly name: string}[];
	readonly accounts: StoredAccount[];
	readonly grants: StoredGrant[];
	readonly settings: Record<SettingName, SettingObject>;
	/** The account the client is given. */
	readonly own: StoredAccount;
	/** What SCIM is asked with; null on a plan without SCIM. */
	readonly scimToken: string | null;
	/** TXT answers by domain; null = the name server fails. */
	readonly zone: ReadonlyMap<string, readonly string[] | null>;
};
