import {HTTPException} from 'hono/http-exception';
import * as z from 'zod/mini';
import {parseExact} from './exact-json.ts';
import type {SimulationContext} from './simulation.ts';

const maximumBytes = 1_000_000;

/** The request's body, decoded and checked strictly. Answers 400 when it is not JSON or not of the shape, 413 over 1 MB. */
export async function readBody<Schema extends z.ZodMiniType>(
	context: SimulationContext,
	schema: Schema,
): Promise<z.infer<Schema>> {
	const text = await readText(context);
	let body: unknown;
	try {
		body = parseExact(text);
	} catch {
		throw new HTTPException(400, {message: 'Request body is not valid JSON'});
	}

	const decoded = z.safeParse(schema, body);
	if (!decoded.success) {
		throw new HTTPException(400, {message: z.prettifyError(decoded.error)});
	}

	return decoded.data;
}

async function readText(context: SimulationContext): Promise<string> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of context.req.raw.body ?? []) {
		bytes += chunk.length;
		if (bytes > maximumBytes) {
			throw new HTTPException(413, {message: 'Request body is too large'});
		}

		chunks.push(chunk);
	}

	return Buffer.concat(chunks).toString();
}
