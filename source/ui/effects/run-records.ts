import {seenWithFile} from '../../session/answers/seen-with-file.ts';
import {sentencesOf} from '../../terminal/sentences-of.ts';
import type {SessionEvent} from '../../types/session.ts';
import type {Effect} from '../state/effect.ts';
import type {Store} from '../store.ts';
import type {Edges, Recorder} from './edges.ts';

type RecordEffect = Extract<Effect, {type: 'record' | 'record_assessment'}>;

/** Writes down what happened, one thing after the other in the order asked for. */
export type RecordRunner = {
	readonly run: (effect: RecordEffect) => void;
	/** Other work that takes its turn among the records; it never rejects. */
	readonly after: (work: () => Promise<void>) => void;
	/** Resolves when everything asked for so far is on the disk or has failed. */
	readonly settled: () => Promise<void>;
};

/** `recorder` gives the session of the moment; without one nothing is written, and nothing is said. */
export function createRecordRunner(
	recorder: () => Recorder | null,
	edges: Pick<Edges, 'rememberPerson' | 'saveText' | 'hashFile'>,
	store: Pick<Store, 'dispatch'>,
): RecordRunner {
	let recording = Promise.resolve();

	async function record(effect: RecordEffect): Promise<void> {
		const to = recorder();
		if (to === null) {
			return;
		}

		const {ofForm} = effect.type === 'record' ? effect : {ofForm: false};
		let field: {readonly field?: string} = {field: 'file'};
		try {
			const hash = effect.type === 'record' ? await hashOf(effect.evidence) : null;
			field = {};
			const message = await tell(effect);
			for (const event of (await eventsOf(effect, to)).map(each => shownBy(each, hash))) {
				await to.append(event);
				if (event.type === 'person_named') {
					await edges.rememberPerson(event.name).catch(() => undefined);
				}
			}

			store.dispatch({type: 'session_changed', session: to.state, message, ofForm});
		} catch (error) {
			store.dispatch({type: 'session_failed', what: sentencesOf(error), ofForm, ...field});
		}
	}

	async function hashOf(path: string | undefined): Promise<string | null> {
		return path === undefined || edges.hashFile === undefined ? null : edges.hashFile(path);
	}

	/** Saves the text of a form and says where it is. */
	async function tell(effect: RecordEffect): Promise<string | null> {
		if (effect.type !== 'record') {
			return null;
		}

		const {text, message} = effect;
		if (text === undefined) {
			return message;
		}

		const path = await edges.saveText(text.name, text.content);
		store.dispatch({type: 'text_saved', path});
		return `Saved as ${path}. ${message ?? ''}`;
	}

	return {
		run(effect) {
			recording = recording.then(() => record(effect));
		},
		after(work) {
			recording = recording.then(work);
		},
		settled: () => recording,
	};
}

/** An attestation names the file that shows what was seen by its SHA-256. */
function shownBy(event: SessionEvent, hash: string | null): SessionEvent {
	return event.type === 'rule_attested'
		? {...event, attestation: {...event.attestation, seen: seenWithFile(event.attestation.seen, hash)}}
		: event;
}

/** The events of an effect; the facts of an assessment are on the disk before the record that names them. */
async function eventsOf(effect: RecordEffect, recorder: Recorder): Promise<readonly SessionEvent[]> {
	if (effect.type === 'record') {
		return effect.events;
	}

	const {assessment, facts} = effect;
	const kept = facts === null ? {} : {facts: await recorder.saveFacts(facts)};
	return [{type: 'assessment_recorded', assessment: {...assessment, ...kept}}];
}
