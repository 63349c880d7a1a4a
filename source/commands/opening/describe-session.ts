import {join} from 'node:path';
import {latestFacts} from '../../session/facts-store.ts';
import type {OpenedSession} from '../../session/opened-session.ts';
import type {Session} from '../../session/session.ts';
import {sessionFolder} from '../../session/session-key.ts';
import type {FactName, Facts} from '../../types/facts.ts';
import type {Policy} from '../../types/policy.ts';
import type {Profile} from '../../types/profile.ts';
import type {SessionState, Training} from '../../types/session.ts';
import type {Target} from '../../types/target.ts';
import type {Archive} from '../../ui/effects/archive.ts';
import type {Changer} from '../../ui/effects/changer.ts';
import type {FactReader, OpenedOrganization, OpenedRoad, Recorder} from '../../ui/effects/edges.ts';
import {organizationLabel} from '../../ui/organization-label.ts';
import type {Before, Offline} from '../../ui/state/app-state.ts';
import {createArchive, type JournalSight} from '../wizard/create-archive.ts';
import {keptKnowledge} from './kept-knowledge.ts';

/** What a session is opened with. */
export type SessionContext = {
	readonly target: Target;
	readonly stateDirectory: string;
	/** What a report is judged by. */
	readonly policy: Policy;
	readonly now: () => Date;
	readonly readFacts: FactReader | null;
	/** Reads what lies beside, as the answers of the profile ask for. None unless told. */
	readonly readBeside?: (
		profile: Profile,
		signal: AbortSignal,
		wanted?: ReadonlySet<FactName> | null,
	) => Promise<Facts>;
	/** Why the organization is not reached; null when it is, and by hand. */
	readonly offline: Offline | null;
	/** Reaches the organization after all, for the same session; null when it is reached or nothing is there to do it with. */
	readonly connect: ((session: OpenedSession, signal: AbortSignal) => Promise<OpenedRoad>) | null;
	readonly practice: Training | null;
	/** What to know of the key before the first assessment, as a sentence; absent or null for nothing. */
	readonly aboutKey?: string | null;
	/** That a proxy is named and not used, as sentences; absent or null for nothing. */
	readonly aboutProxy?: string | null;
	/** What can change the organization, recording in this session; null by hand. */
	readonly changerOf: (session: Session) => Promise<Changer | null>;
	/** Aborts when the organization is let go. */
	readonly signal: AbortSignal;
	readonly release: () => Promise<void>;
};

/** What the wizard can do with a session in the state it was found in. */
export async function describeSession(session: OpenedSession, context: SessionContext): Promise<OpenedRoad> {
	const {target, practice, changerOf, signal, release, offline, stateDirectory, now} = context;
	const name = target.kind === 'byHand' ? null : target.name;
	const directory = join(stateDirectory, 'sessions', sessionFolder(target));
	const common = {
		kind: 'opened',
		target,
		label: organizationLabel(target, name),
		readFacts: readerOf(session, context),
		...claimsReaderOf(session, context),
		offline,
		connect: connectOf(session, context),
	} as const;
	const proxied = context.aboutProxy == null ? [] : [context.aboutProxy];
	const archiveOf = (sight: JournalSight): Archive =>
		createArchive({stateDirectory, target, policy: context.policy, now}, sight);
	switch (session.kind) {
		case 'open': {
			const recorder = session.session;
			const {lastAt: leftAt, changes} = recorder.state;
			const changer = await changerOf(recorder);
			// A change that was left open is settled before anything else is done, by reading.
			const settled = changes.length === 0 ? [] : ((await changer?.reconcile(signal)) ?? []);
			if (practice !== null && recorder.state.training?.plantedAt !== practice.plantedAt) {
				await recorder.append({type: 'training_begun', ...practice});
			}

			return {
				...common,
				recorder,
				leftAt,
				changer,
				before: await beforeOf(recorder.state, directory),
				recall: () => keptKnowledge(recorder.state, directory),
				readOnly: null,
				mend: null,
				archive: archiveOf({state: () => recorder.state, headHash: recorder.headHash, leftOut: null}),
				notice: sentences([
					...session.notices,
					...settled,
					...aboutKeyOf(recorder.state, context),
					...proxied,
				]),
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
				before: await beforeOf(session.state, directory),
				recall: () => keptKnowledge(session.state, directory),
				readOnly,
				mend: null,
				archive: archiveOf({state: () => session.state, headHash: () => null, leftOut: null}),
				notice: sentences([readOnly, ...session.notices, ...proxied]),
				close: release,
			};
		}

		case 'damaged': {
			const readOnly = `The journal is damaged: ${entries(session.events)} good, ${session.leftOut} left out. Nothing is recorded until you press M to go on with what is good.`;
			return {
				...common,
				recorder: watching(session.state),
				changer: null,
				before: await beforeOf(session.state, directory),
				recall: () => keptKnowledge(session.state, directory),
				readOnly,
				archive: archiveOf({state: () => session.state, headHash: () => null, leftOut: session.leftOut}),
				mend: async () => mended(await describeSession(await session.repair(), context)),
				notice: sentences([
					readOnly,
					...(session.copy === null ? [] : [`The journal as it was is kept in ${session.copy}.`]),
					...proxied,
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

/** The organization and what lies beside it, at the same time: a name server that keeps silent holds nobody up. */
function readerOf(session: OpenedSession, {readFacts, readBeside}: SessionContext): FactReader | null {
	if (readFacts === null || readBeside === undefined || !('state' in session || session.kind === 'open')) {
		return readFacts;
	}

	return async events => {
		const {profile} = session.kind === 'open' ? session.session.state : session.state;
		const beside = readBeside(profile, events.signal).then(events.onFact);
		const [read] = await Promise.all([readFacts(events), beside]);
		return read;
	};
}

/** Once the organization was assessed, its verdicts say what the key could not see. */
function aboutKeyOf({assessments}: SessionState, {aboutKey = null}: SessionContext): readonly string[] {
	return aboutKey === null || assessments.length > 0 ? [] : [aboutKey];
}

/** What DNS says of the domains that the profile names by now. */
function claimsReaderOf(
	session: OpenedSession,
	{readBeside}: SessionContext,
): Pick<OpenedOrganization, 'readClaims'> {
	return readBeside === undefined || session.kind !== 'open'
		? {}
		: {
				readClaims: signal => readBeside(session.session.state.profile, signal, new Set(['domainClaims'])),
			};
}

function connectOf(session: OpenedSession, {connect}: SessionContext) {
	return connect === null ? null : (signal: AbortSignal) => connect(session, signal);
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
async function beforeOf(state: SessionState, directory: string): Promise<Before | null> {
	const latest = await latestFacts(state, directory);
	return latest === null || latest.facts === null ? null : {facts: latest.facts, at: latest.at};
}
