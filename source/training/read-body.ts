import {HTTPException} from 'hono/http-exception';
import * as z from 'zod/mini';
import {parseExact} from './exact-json.ts';
import type {SimulationContext} from './simulation.ts';

/** The request's body, decoded and checked strictly. Answers 400 when it is not JSON or not of the shape. */
export async function readBody<Schema extends z.ZodMiniType>(
	context: SimulationContext,
	schema: Schema,
): Promise<z.infer<Schema>> {
	let body: unknown;
	try {
		body = parseExact(await context.req.text());
	} catch {
		throw new HTTPException(400, {message: 'Request body is not valid JSON'});
	}

	const decoded = z.safeParse(schema, body);
	if (!decoded.success) {
		throw new HTTPException(400, {message: z.prettifyError(decoded.error)});
	}

	return decoded.data;
}
