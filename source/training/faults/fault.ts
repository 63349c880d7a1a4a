import type {Next} from 'hono';
import type {Families} from '../dialects.ts';
import type {RouteName} from '../routes/route-name.ts';
import type {SimulationContext} from '../simulation.ts';

/** What a fault does to a request: answers in place of the route, or lets `next` answer and spoils that. */
export type Strike = (
	context: SimulationContext,
	next: Next,
	number: number,
) => Promise<Response | undefined>;

/** A named way in which the API misbehaves. Adding one = one entry here and in `list.ts`. */
export type Fault = {
	readonly name: string;
	/** One line for people choosing. */
	readonly summary: string;
	/** What the number of `name:N` means: strike every N-th request, only after N requests, or N milliseconds. */
	readonly number: {readonly means: 'every' | 'after' | 'milliseconds'; readonly byDefault: number};
	/** Routes it strikes unless aimed; all when absent. */
	readonly routes?: ReadonlySet<RouteName>;
	/** Where the organization's own routes live under this fault. */
	readonly families?: Families;
	readonly strike?: Strike;
};

/** A route, or every request that changes something, wherever it goes. */
export type Aim = RouteName | 'writes';

/** A fault as asked for: `name[:N][@aim]`. */
export type AimedFault = {
	readonly fault: Fault;
	readonly number: number;
	readonly route: Aim | null;
};
