import type {SessionEvent} from '../../types/session.ts';
import type {Scenario} from './scenario.ts';

/** What people did in the wizard before the one who practises came: the session that is found. */
export type Past = {
	/** The organization as it stood at the first visit, its dates counted from then; the same ids as today. */
	readonly organization: Scenario;
	/** Oldest first. */
	readonly visits: readonly Visit[];
};

export type Visit = {
	/** Before the moment today's organization is planted at. */
	readonly daysAgo: number;
	/** What was recorded, in its order. `day` gives the ISO day so many days before the planting. */
	readonly events: (day: (daysAgo: number) => string) => readonly SessionEvent[];
	/** The organization was read to the end after that, and what was found was kept. */
	readonly isRead: boolean;
};
