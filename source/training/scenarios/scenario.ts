import type {Status} from '../../types/verdict.ts';
import type {LaterDeed} from '../deeds/deed.ts';
import type {Dialects} from '../dialects.ts';
import type {Past} from './past.ts';

/** What is planted is named by a key of its own; ids are drawn from the seed. */
type Keyed = {readonly key: string};

export type PlantedPerson = Keyed & {
	/** The role as the API words it: `owner`, `admin`, `billing admin`, `no role`. */
	readonly role: string;
	readonly invited?: true;
	/** Full name; drawn from the seed when absent. */
	readonly name?: string;
	/** Drawn from the name when absent. */
	readonly email?: string;
	/** Further keys of the row, as JSON text, so that any key can be planted. */
	readonly extra?: string;
};

export type PlantedTeam = Keyed & {readonly name: string; readonly members: number};

export type PlantedView = Keyed & {
	readonly name: string;
	readonly isGlobal: boolean;
	readonly isDefault: boolean;
	/** Listed, and open for anyone in the project to join. */
	readonly isPublic: boolean;
	readonly hasAllMembers: boolean;
	readonly isFiltered: boolean;
};

export type PlantedProperty = {
	readonly name: string;
	readonly resourceType: 'Event' | 'User';
	/** What was done to it; nothing when absent. */
	readonly is?: 'sensitive' | 'hidden' | 'dropped';
};

export type PlantedProject = Keyed & {
	readonly name: string;
	readonly views: readonly PlantedView[];
	readonly properties: readonly PlantedProperty[];
};

export type PlantedServiceAccount = Keyed & {
	/** The username up to its generated tail. */
	readonly name: string;
	readonly organizationRole: string;
	/** Days ago; null = never. */
	readonly usedDaysAgo: number | null;
	readonly createdDaysAgo: number;
	/** Somebody uses it once in so many minutes for as long as it is there: its last use moves with the clock. */
	readonly usedEveryMinutes?: number;
	/** Days from now, negative = already expired; null = never. */
	readonly expiresInDays: number | null;
	readonly grants: readonly {
		/** Key of the project. */
		readonly project: string;
		/** A default role, or a custom role's own name. */
		readonly role: string;
		readonly through: 'individual' | 'team' | 'organization';
		readonly seesClassified?: true;
	}[];
};

/** What a finding points at, by key. */
export type PlantedReference =
	| {readonly type: 'organization'}
	| {readonly type: 'project' | 'user' | 'team' | 'service_account'; readonly key: string}
	| {readonly type: 'property'; readonly project: string; readonly property: PlantedProperty}
	| {readonly type: 'data_view'; readonly project: string; readonly key: string};

/** What a rule must find, worked out by hand from what is planted and the default policy (contract §3). */
export type PlantedVerdict = {readonly status: Status; readonly resources: readonly PlantedReference[]};

/** One simulated organization as data. Adding one = one file and one line in `list.ts`. */
export type Scenario = {
	readonly name: string;
	/** One line for people choosing. */
	readonly summary: string;
	/** One paragraph for people choosing: what the organization is like and what there is to do in it. */
	readonly description: string;
	readonly plan: 'free' | 'growth' | 'enterprise';
	/** One is drawn; its first word gives the domain. */
	readonly organizationNames: readonly string[];
	/** `huge` ids lie beyond 2^53, neighbours one apart. */
	readonly ids: 'ordinary' | 'huge';
	readonly dialects: Partial<Dialects>;
	/** How its API misbehaves before anybody asks for faults, as `--fault` words them. */
	readonly faults?: readonly string[];
	readonly people: readonly PlantedPerson[];
	readonly teams: readonly PlantedTeam[];
	readonly projects: readonly PlantedProject[];
	readonly serviceAccounts: readonly PlantedServiceAccount[];
	/** Key of the service account the client is given; `wizard` unless told. */
	readonly own?: string;
	/** Names of the custom roles of every project; read only on Enterprise. */
	readonly customRoles: readonly string[];
	readonly twoFactorRequired: boolean;
	/** Each name is placed under the organization's domain; empty = the domain itself. */
	readonly domains: {
		readonly claimed: readonly string[];
		readonly unclaimed: readonly string[];
		readonly failing: readonly string[];
	};
	/** The session that whoever practises finds; none when absent. */
	readonly past?: Past;
	/** What others do while the person is away. It makes no difference within the first day. */
	readonly colleague: readonly LaterDeed[];
	/** By rule id. */
	readonly planted: Readonly<Record<string, PlantedVerdict>>;
};

/** The view every project starts with: all data, for everyone. */
export const everything: PlantedView = {
	key: 'all',
	name: 'All Project Data',
	isGlobal: true,
	isDefault: true,
	isPublic: true,
	hasAllMembers: true,
	isFiltered: false,
};

/** Shorthands for the planted table. */
export const person = (key: string): PlantedReference => ({type: 'user', key});
export const account = (key: string): PlantedReference => ({type: 'service_account', key});
export const project = (key: string): PlantedReference => ({type: 'project', key});
export const view = (inProject: string, key: string): PlantedReference => ({
	type: 'data_view',
	project: inProject,
	key,
});
export const properties = (
	inProject: string,
	planted: readonly PlantedProperty[],
): readonly PlantedReference[] => planted.map(property => ({type: 'property', project: inProject, property}));
