import type {MiddlewareHandler} from 'hono';
import {routeOf} from '../routes/route-name.ts';
import type {SimulationEnvironment} from '../simulation.ts';
import type {AimedFault} from './fault.ts';

/** A middleware for each fault that strikes; each counts the requests that come within its aim. */
export function applyFaults(
	aimed: readonly AimedFault[],
): readonly MiddlewareHandler<SimulationEnvironment>[] {
	return aimed.map(one => {
		let count = 0;
		return async (context, next) => {
			const {strike} = one.fault;
			if (strike === undefined || !isInAim(one, context.req)) {
				return next();
			}

			count += 1;
			return isDue(one, count) ? strike(context, next, one.number) : next();
		};
	});
}

function isInAim(
	{fault, route}: AimedFault,
	{method, path}: {readonly method: string; readonly path: string},
): boolean {
	if (route === 'writes') {
		return method !== 'GET';
	}

	const met = routeOf(path);
	if (route !== null) {
		return met === route;
	}

	return fault.routes === undefined || (met !== null && fault.routes.has(met));
}

function isDue({fault, number}: AimedFault, count: number): boolean {
	switch (fault.number.means) {
		case 'every':
			return count % number === 0;
		case 'after':
			return count > number;
		case 'milliseconds':
			return true;
	}
}
