import {HTTPException} from 'hono/http-exception';
import type {RouteName} from './routes/route-name.ts';
import {type Simulation, type SimulationContext, sendResults} from './simulation.ts';

/**
A list, cut in pages where the dialect pages (mixpanel-api §1.4, "Paging"). Answers 400 to a paging parameter on a
list that does not page, and to a cursor that is not its own.
*/
export function sendPage(
	context: SimulationContext,
	simulation: Simulation,
	route: RouteName,
	rows: readonly unknown[],
): Response {
	const {cursor, page_size: asked} = context.req.query();
	const {pageSize} = simulation.dialects;
	if (pageSize === null) {
		if (cursor !== undefined || asked !== undefined) {
			throw new HTTPException(400, {message: 'Unexpected query parameter'});
		}

		return sendResults(context, simulation, route, rows);
	}

	const start = Number(cursor ?? 0);
	const size = Math.min(Number(asked ?? pageSize), pageSize);
	if (!(Number.isInteger(start) && start >= 0 && Number.isInteger(size) && size > 0)) {
		throw new HTTPException(400, {message: 'Invalid cursor'});
	}

	const end = start + size;
	return sendResults(context, simulation, route, rows.slice(start, end), {
		pagination: {page_size: size, next_cursor: end < rows.length ? String(end) : null},
	});
}
