import {makeSafe} from '../../terminal/make-safe.ts';
import {sentencesOf} from '../../terminal/sentences-of.ts';
import type {Effect} from '../state/effect.ts';
import type {Store} from '../store.ts';
import type {Archive} from './archive.ts';
import type {OpenedOrganization} from './edges.ts';

type ArchiveEffect = Extract<Effect, {type: 'make_report' | 'save_report' | 'load_facts'}>;

const nothingKept = 'Nothing is kept here that could be used again.';

/** Reads what a session keeps and saves reports. Resolves when it has been told what came of it; never rejects. */
export async function runArchive(
	effect: ArchiveEffect,
	opened: OpenedOrganization | null,
	store: Pick<Store, 'dispatch'>,
): Promise<void> {
	const archive: Archive | undefined = opened?.archive;
	switch (effect.type) {
		case 'load_facts': {
			const {references} = effect;
			const kept = await archive?.loadFacts(references).catch((error: unknown) => {
				const why = sentencesOf(error);
				return references.map(() => ({facts: null, why}));
			});
			store.dispatch({
				type: 'facts_loaded',
				references,
				kept: kept ?? references.map(() => ({facts: null, why: nothingKept})),
			});
			return;
		}

		case 'make_report': {
			try {
				if (archive === undefined) {
					store.dispatch({type: 'report_failed', what: nothingKept});
					return;
				}

				store.dispatch({type: 'report_made', texts: await archive.makeReport(effect.judged)});
			} catch (error) {
				store.dispatch({type: 'report_failed', what: sentencesOf(error)});
			}

			return;
		}

		case 'save_report': {
			await save(effect, opened, store);
		}
	}
}

async function save(
	{place, format, content}: Extract<ArchiveEffect, {type: 'save_report'}>,
	opened: OpenedOrganization | null,
	store: Pick<Store, 'dispatch'>,
): Promise<void> {
	if (opened?.archive === undefined) {
		store.dispatch({type: 'session_failed', what: nothingKept, ofForm: true});
		return;
	}

	const {recorder, readOnly, archive} = opened;
	try {
		const path = await archive.saveReport(place, content);
		const saved = {type: 'report_saved', path: makeSafe(path, 1000), format} as const;
		// The report is there, whatever becomes of the note that says where.
		const problem =
			readOnly === null
				? await recorder.append(saved).then(
						() => '',
						(error: unknown) => ` Where it is could not be recorded: ${sentencesOf(error)}`,
					)
				: '';
		store.dispatch({
			type: 'session_changed',
			session: recorder.state,
			message: `Saved as ${saved.path}.${problem}`,
			ofForm: true,
		});
	} catch (error) {
		store.dispatch({type: 'session_failed', what: sentencesOf(error), ofForm: true});
	}
}
