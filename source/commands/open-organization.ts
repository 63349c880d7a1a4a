import {guideDocument} from '../controls/guide/index.ts';
import {openSession} from '../session/open-session.ts';
import type {OpenedSession} from '../session/opened-session.ts';
import type {Session} from '../session/session.ts';
import type {Facts} from '../types/facts.ts';
import type {Target} from '../types/target.ts';
import {tool} from '../types/tool.ts';
import type {Archive} from '../ui/effects/archive.ts';
import type {Changer} from '../ui/effects/changer.ts';
import type {FactReader, OpenedRoad, Recorder} from '../ui/effects/edges.ts';
import {organizationLabel} from '../ui/organization-label.ts';
import type {Before} from '../ui/state/app-state.ts';
import type {Connection} from './connection.ts';
import {createArchive, type JournalSight} from './create-archive.ts';
import {describeReached} from './describe-reached.ts';
import type {Invocation} from './invocation.ts';
import {inSentences} from './trouble.ts';

/** Which simulated organization a session trains on. */
export type Practice = {readonly scenario: string; readonly seed: number};

/** Open the organization a connection leads to: the first call, then its session. */
export async function openOrganization(
	invocation: Invocation,
	connection: Connection,
	signal: AbortSignal,
	practice: Practice | null,
): Promise<OpenedRoad> {
	// The client brings the HTTP library with it, which the first frame must not wait for.
	const {reachOrganization} = await import('./reach-organization.ts');
	const waiting = {say: (_: string): void => undefined};
	const life = new AbortController();
	signal.addEventListener('abort', () => life.abort(), {once: true});
	const reached = await reachOrganization(connection, {
		signal: life.signal,
		now: invocation.now,
		onWaiting: what => waiting.say(what),
	});
	if (reached.kind !== 'reached') {
		return {kind: 'failed', what: inSentences(describeReached(reached, connection))};
	}

	const readFacts: FactReader = async events => {
		const {collectFacts} = await import('../mixpanel/collect-facts.ts');
		waiting.say = events.onWaiting;
		const {requests, unauthorized} = await collectFacts(reached.client, {
			organizationId: reached.target.organizationId,
			identity: reached.identity,
			serviceAccountName: connection.credentials.serviceAccount,
			projectId: connection.projectId,
			signal: AbortSignal.any([life.signal, events.signal]),
			now: invocation.now,
			onFact: (name, read) => events.onFact({[name]: read} satisfies Facts),
			onProgress: ({done, total}) => events.onProgress(done, total),
		});
		// The call that found the organization belongs to what was read.
		return {
			requests: requests + 1,
			problem: unauthorized
				? 'Mixpanel no longer accepts this key. What was recorded is kept; connect again with a valid one.'
				: null,
		};
	};

	const {client, identity, target} = reached;
	return openTarget(invocation, {
		target,
		readFacts,
		practice,
		async changerOf(session) {
			const {createChanger} = await import('./create-changer.ts');
			return createChanger({client, session, target, identity, now: invocation.now});
		},
		signal: life.signal,
		release: async () => life.abort(),
	});
}

/** Open the session of an organization that is looked at by hand only. */
export async function openByHand(invocation: Invocation): Promise<OpenedRoad> {
	return openTarget(invocation, {
		target: {kind: 'byHand'},
		readFacts: null,
		practice: null,
		changerOf: async () => null,
		signal: invocation.signal,
		release: async () => undefined,
	});
}

async function openTarget(
	{environment: {stateDirectory}, now}: Invocation,
	context: Omit<Context, 'stateDirectory' | 'now'>,
): Promise<OpenedRoad> {
	const session = await openSession({
		stateDirectory,
		target: context.target,
		tool: {version: tool.version, guideVersion: guideDocument.version},
		now,
	});
	return describeSession(session, {...context, stateDirectory, now});
}

type Context = {
	readonly target: Target;
	readonly readFacts: FactReader | null;
	readonly practice: Practice | null;
	readonly stateDirectory: string;
	readonly now: () => Date;
	/** What can change the organization, recording in this session; null by hand. */
	readonly changerOf: (session: Session) => Promise<Changer | null>;
	/** Aborts when the organization is let go. */
	readonly signal: AbortSignal;
	readonly release: () => Promise<void>;
};

/** What the wizard can do with a session in the state it was found in. */
async function describeSession(session: OpenedSession, context: Context): Promise<OpenedRoad> {
	const {target, readFacts, practice, changerOf, signal, release, stateDirectory, now} = context;
	const name = target.kind === 'byHand' ? null : target.name;
	const common = {kind: 'opened', target, label: organizationLabel(target, name), readFacts} as const;
	const archiveOf = (sight: JournalSight): Archive => createArchive(stateDirectory, target, sight, now);
	switch (session.kind) {
		case 'open': {
			const recorder = session.session;
			const changer = await changerOf(recorder);
			// A change that was left open is settled before anything else is done, by reading.
			const settled = recorder.state.changes.length === 0 ? [] : ((await changer?.reconcile(signal)) ?? []);
			if (practice !== null && recorder.state.training === null) {
				await recorder.append({type: 'training_begun', ...practice});
			}

			return {
				...common,
				recorder,
				changer,
				before: await beforeOf(recorder),
				readOnly: null,
				mend: null,
				archive: archiveOf({state: () => recorder.state, headHash: recorder.headHash, leftOut: null}),
				notice: sentences([...session.notices, ...settled]),
				async close() {
					await recorder.close();
					await release();
				},
			};
		}

		case 'held': {
			const {pid, host, since} = session.holder;
			const who = `process ${pid ?? 'unknown'} on ${host ?? 'an unknown machine'}${since === null ? '' : ` since ${since.slice(0, 16).replace('T', ' ')} UTC`}`;
			const readOnly = `Another wizard has this session open (${who}); here you can look, and nothing is recorded.`;
			return {
				...common,
				recorder: watching(session.state),
				changer: null,
				before: null,
				readOnly,
				mend: null,
				archive: archiveOf({state: () => session.state, headHash: () => null, leftOut: null}),
				notice: sentences([readOnly, ...session.notices]),
				close: release,
			};
		}

		case 'damaged': {
			const readOnly = `The journal is damaged: ${entries(session.events)} good, ${session.leftOut} left out. Nothing is recorded until you press M to go on with what is good.`;
			return {
				...common,
				recorder: watching(session.state),
				changer: null,
				before: null,
				readOnly,
				archive: archiveOf({state: () => session.state, headHash: () => null, leftOut: session.leftOut}),
				mend: async () => mended(await describeSession(await session.repair(), context)),
				notice: sentences([
					readOnly,
					...(session.copy === null ? [] : [`The journal as it was is kept in ${session.copy}.`]),
				]),
				async close() {
					await session.close();
					await release();
				},
			};
		}

		case 'newer':
		case 'failed': {
			await release();
			const {message, why, next} = session.error;
			return {kind: 'failed', what: sentences([message, why, next]) ?? message};
		}
	}
}

function entries(count: number): string {
	return count === 1 ? '1 entry is' : `${count} entries are`;
}

/** A mended session says so, unless it has something else to say. */
function mended(road: OpenedRoad): OpenedRoad {
	return road.kind === 'opened' && road.notice === null
		? {...road, notice: 'The journal is mended; from here on everything is recorded again.'}
		: road;
}

function watching(state: Recorder['state']): Recorder {
	return {
		state,
		append: async () => undefined,
		saveFacts: () => Promise.reject(new TypeError('A session that is only looked at keeps nothing')),
	};
}

function sentences(parts: readonly string[]): string | null {
	return parts.length === 0 ? null : parts.map(part => (/[.!?]$/.test(part) ? part : `${part}.`)).join(' ');
}

/** What was read the last time. Facts that can't be used are no news: the verdicts rest on what is read now. */
async function beforeOf(session: Session): Promise<Before | null> {
	const latest = await session.loadLatestFacts();
	return latest === null || latest.facts === null ? null : {facts: latest.facts, at: latest.at};
}
