import type {SafeText} from './safe-text.ts';

/** The kinds of thing a finding can point at, with ids as contract §4 forms them. */
export type ResourceType =
	| 'organization'
	| 'project'
	| 'team'
	| 'service_account'
	| 'user'
	| 'invitation'
	| 'domain'
	| 'property'
	| 'data_view';

export type Resource = {readonly type: ResourceType; readonly id: string; readonly name: SafeText};

/** Two resources are the same thing when type and id agree; the name is for people. */
export type ResourceKey = Pick<Resource, 'type' | 'id'>;
