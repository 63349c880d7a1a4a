import {setTimeout as wait} from 'node:timers/promises';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import {type SimulationContext, sendError, sendJson} from '../simulation.ts';
import type {Fault} from './fault.ts';

const every = {means: 'every', byDefault: 1} as const;

/** Answers that are late, broken, or not what was promised. A write is carried out before its answer is spoiled. */
export const spoiled: readonly Fault[] = [
	{
		name: 'server-error',
		summary: '500 in place of an answer',
		number: every,
		strike: async context => sendError(context, 500, 'Internal server error'),
	},
	{
		name: 'html',
		summary: '200 with a web page',
		number: every,
		strike: async (context, next) => {
			await next();
			return replace(context, () => context.html('<!doctype html><title>Mixpanel</title><p>Loading</p>'));
		},
	},
	{
		name: 'empty',
		summary: '200 with nothing in it',
		number: every,
		strike: async (context, next) => {
			await next();
			return replace(context, () => context.body('', 200, {'Content-Type': 'application/json'}));
		},
	},
	{
		name: 'wrong-types',
		summary: '200 in the envelope, every field of another type than agreed',
		number: every,
		strike: async (context, next) => {
			await next();
			const results = [17, null, 'text', [], {id: {}, name: 1, email: [], username: false, role: 3}];
			return replace(context, () => sendJson(context, {status: 'ok', results}));
		},
	},
	{
		name: 'slow',
		summary: 'each answer takes N milliseconds more (3000 unless given)',
		number: {means: 'milliseconds', byDefault: 3000},
		strike: async (_context, next, milliseconds) => {
			// The wait must not outlive the server.
			await wait(milliseconds, undefined, {ref: false});
			await next();
			return undefined;
		},
	},
	{
		name: 'truncated',
		summary: 'the connection ends in the middle of the answer',
		number: every,
		strike: async (context, next) => {
			await next();
			const body = Buffer.from(await context.res.arrayBuffer());
			const {outgoing} = context.env;
			outgoing.writeHead(context.res.status, {
				'Content-Type': 'application/json',
				'Content-Length': body.length,
			});
			outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => {
				outgoing.destroy();
			});
			return replace(context, () => RESPONSE_ALREADY_SENT);
		},
	},
	{
		name: 'reset',
		summary: 'the request is carried out and the connection reset in place of an answer',
		number: every,
		strike: async (context, next) => {
			await next();
			context.set('isCut', true);
			context.env.incoming.socket.resetAndDestroy();
			return replace(context, () => RESPONSE_ALREADY_SENT);
		},
	},
];

// Hono would carry the headers of the answer already there over to the new one.
function replace(context: SimulationContext, answer: () => Response): undefined {
	context.res = undefined;
	context.res = answer();
	return undefined;
}
