import {guideDocument} from '../../source/controls/guide/index.ts';
import {controls} from '../../source/controls/index.ts';
import {parseBaseUrl} from '../../source/mixpanel/base-url.ts';
import {createClient} from '../../source/mixpanel/client.ts';
import {collectFacts} from '../../source/mixpanel/collect-facts.ts';
import {chooseOrganization, readIdentity} from '../../source/mixpanel/discover.ts';
import {guideChapters} from '../../source/report/guide/guide-chapters.ts';
import {emptySession} from '../../source/session/fold.ts';
import {startSimulator} from '../../source/training/start-simulator.ts';
import type {Facts} from '../../source/types/facts.ts';
import type {SessionState} from '../../source/types/session.ts';
import type {Target} from '../../source/types/target.ts';
import {initialState} from '../../source/ui/initial-state.ts';
import {organizationLabel} from '../../source/ui/organization-label.ts';
import {roadRows} from '../../source/ui/road-rows.ts';
import type {AppEvent} from '../../source/ui/state/app-event.ts';
import type {AppState} from '../../source/ui/state/app-state.ts';

export const now = new Date('2026-11-24T10:00:00.000Z');

/** What a reading of an organization found. */
export type Found = {readonly target: Target; readonly facts: Facts; readonly requests: number};

/** Read a simulated organization from end to end, as the wizard does. */
export async function readOrganization(scenario: string): Promise<Found> {
	const simulator = await startSimulator({scenario, seed: 1, now: () => now});
	try {
		const {signal} = new AbortController();
		const client = createClient({
			baseUrl: parseBaseUrl(simulator.baseUrl),
			serviceAccount: simulator.serviceAccount,
			secret: simulator.secret,
			signal,
			now: () => now,
		});
		const identity = await readIdentity(client, () => now);
		const choice =
			identity.outcome === 'ok' ? chooseOrganization(identity.value, simulator.organizationId) : null;
		if (choice?.kind !== 'chosen') {
			throw new Error(`The simulated organization ${scenario} cannot be reached`);
		}

		const {id, name} = choice.organization;
		const {facts, requests} = await collectFacts(client, {
			organizationId: id,
			identity,
			serviceAccountName: simulator.serviceAccount,
			signal,
			now: () => now,
		});
		return {target: {kind: 'simulated', organizationId: id, name}, facts, requests};
	} finally {
		await simulator.close();
	}
}

/** The wizard as it starts on a machine that has no session yet. */
export function started(columns = 80, rows = 24): AppState {
	return initialState({
		controls,
		chapters: guideChapters(),
		reference: guideDocument,
		startRows: roadRows({scenario: 'startup', seed: 1}, null),
		now,
		columns,
		rows,
	});
}

/** A new session of somebody who has seen every rescue sheet. */
export const seasoned: SessionState = {
	...emptySession,
	rescueSheets: new Map(controls.map(({id}) => [id, now.toISOString()])),
};

/** What happens when an organization is opened; `readOnly` says why nothing can be recorded. */
export function openedEvent(
	target: Target,
	session: SessionState = seasoned,
	readOnly: string | null = null,
): Extract<AppEvent, {type: 'opened'}> {
	const label = organizationLabel(target, target.kind === 'byHand' ? null : target.name);
	return {
		type: 'opened',
		target,
		label,
		session,
		readOnly,
		canMend: false,
		canChange: target.kind !== 'byHand',
		before: null,
		offline: null,
		notice: null,
	};
}

/** What happens while an organization is read, one fact after another. */
export function readingEvents({facts, requests}: Found): readonly AppEvent[] {
	const arrived = Object.entries(facts).map(([name, fact], index): readonly AppEvent[] => [
		{type: 'fact_read', facts: {[name]: fact}},
		{type: 'read_progress', done: index + 1, total: Object.keys(facts).length},
	]);
	return [{type: 'reading_started'}, ...arrived.flat(), {type: 'reading_finished', requests}];
}
