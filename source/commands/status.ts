import {join} from 'node:path';
import type {KeptStanding} from '../assessment/kept-standing.ts';
import {describeSession, hasDue, type SessionStatus} from '../report/session-status.ts';
import {renderStatus} from '../report/status-text.ts';
import {listSessions} from '../session/list-sessions.ts';
import {readSessionSummary, type SessionDetails} from '../session/read-session-summary.ts';
import {sessionFolder} from '../session/session-key.ts';
import {exitCodes} from '../types/exit-code.ts';
import type {Policy} from '../types/policy.ts';
import {UserError} from '../types/user-error.ts';
import {withPolicy} from './files/with-policy.ts';
import type {Invocation, RunCommand} from './invocation.ts';

const formats = ['text', 'json', 'ics'];

/** `status`: where each known session stands, or the one of `--organization`. Reads only local state. */
export const run: RunCommand = async invocation => {
	const {flags, io, now} = invocation;
	const format = flags.get('format') ?? 'text';
	if (typeof format !== 'string' || !formats.includes(format)) {
		throw new UserError(`There is no format ${String(format)}`, {
			why: 'The format is not one that status can print.',
			next: `Use one of: ${formats.join(', ')}.`,
			exitCode: exitCodes.usage,
		});
	}

	const given = (await withPolicy(invocation)).policy ?? null;
	const sessions = await readSessions(invocation);
	const readable = await Promise.all(
		sessions
			.filter(details => details.kind === 'read')
			.map(async each => describeSession(each, await standingOf(each, given, invocation), now())),
	);
	const errors = sessions.filter(details => details.kind === 'unreadable').map(({error}) => error);
	io.stdout.write(await render(format, readable, errors, invocation));
	if (format !== 'json') {
		io.stderr.write(errors.map(({message, why, next}) => `${message}\n  ${why}\n  ${next}\n`).join(''));
	}

	if (errors.length > 0) {
		return exitCodes.state;
	}

	return flags.get('fail-on') === 'due' && readable.some(hasDue) ? exitCodes.failed : exitCodes.done;
};

/** What nobody has read, and nobody has spoken of by hand, is told without loading the rules: there is nothing to judge. */
async function standingOf(
	{key, state}: SessionDetails & {readonly kind: 'read'},
	given: Policy | null,
	{environment, now}: Invocation,
): Promise<KeptStanding> {
	const byHand = key.kind === 'byHand';
	if (byHand ? state.openedAt === null : state.readings.length === 0) {
		return {from: 'record', note: null};
	}

	const {sessionStanding} = await import('./opening/session-standing.ts');
	const {sessionPolicy} = await import('./opening/session-policy.ts');
	const {policy, note} = sessionPolicy(state, given);
	const standing = await sessionStanding(state, {
		directory: join(environment.stateDirectory, 'sessions', sessionFolder(key)),
		byHand,
		policy,
		now: now(),
	});
	return standing.from === 'facts' ? {...standing, policyNote: note} : standing;
}

async function render(
	format: string,
	statuses: readonly SessionStatus[],
	errors: readonly UserError[],
	invocation: Invocation,
): Promise<string> {
	switch (format) {
		case 'json': {
			return renderJson(statuses, errors);
		}

		case 'ics': {
			const {renderStatusIcs} = await import('../report/status-ics.ts');
			// A calendar is read far from here, so it names rules by their titles; no other form of the status needs them.
			const {controls} = await import('../controls/index.ts');
			const titles = new Map(controls.flatMap(({rules}) => rules.map(({id, title}) => [id, title])));
			return renderStatusIcs(statuses, titles, invocation.now());
		}

		default: {
			return renderText(statuses, errors, invocation);
		}
	}
}

async function readSessions({flags, environment, now}: Invocation): Promise<readonly SessionDetails[]> {
	const wanted = flags.get('organization');
	const known = await listSessions(environment.stateDirectory);
	const chosen = known.filter(
		({key}) => wanted === undefined || (key.kind !== 'byHand' && key.organizationId === wanted),
	);
	return Promise.all(chosen.map(({key}) => readSessionSummary(environment.stateDirectory, key, now())));
}

function renderText(
	statuses: readonly SessionStatus[],
	errors: readonly UserError[],
	{flags, now}: Invocation,
): string {
	if (statuses.length > 0 || errors.length > 0) {
		return statuses.map(status => renderStatus(status, now())).join('\n');
	}

	const which = flags.has('organization') ? 'No session of that organization' : 'No session';
	return `${which} has been started here.\nStart the wizard with mixpanel-harden, or practise first with mixpanel-harden train.\n`;
}

function renderJson(statuses: readonly SessionStatus[], errors: readonly UserError[]): string {
	const document = {
		schemaVersion: '1',
		sessions: statuses,
		errors: errors.map(({message, why, next}) => ({message, why, next})),
	};
	return `${JSON.stringify(document, null, 2)}\n`;
}
