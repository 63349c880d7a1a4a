import type {AppState} from '../../ui/state/app-state.ts';
import {contextOf} from '../../ui/state/context-of.ts';
import {shownControl} from '../../ui/state/control/selection.ts';
import {worksNow} from '../../ui/state/footer-of.ts';
import {actionsIn, marksRows, opensRows} from './actions.ts';
import {type Answer, answerOf} from './answer.ts';
import {askFilter} from './ask-filter.ts';
import {enterCommand} from './enter.ts';
import {helpText} from './help-text.ts';
import {type Journey, tell} from './journey.ts';
import {openMarked} from './mark-rows.ts';
import {keysOf, type Page} from './page.ts';
import {pageOf} from './page-of.ts';
import {enterOnRow} from './pages/act-page.ts';
import {sayInPages, sayWrapped} from './say.ts';
import {toStage} from './to-stage.ts';
import {nothingSaid, rowsText, type Said, unsaid} from './unsaid.ts';
import {targetWords} from './words.ts';

/** Say what is new on the page and ask what to do. Resolves to what was said, null when broken off. */
export async function askPage(journey: Journey, before: Said): Promise<Said | null> {
	const {store, asker} = journey;
	const state = store.get();
	const page = pageOf(state);
	const {said, isNew, text, detail} = unsaid(page, before);
	const early = await sayInPages(asker, isNew ? ['', ...text] : text);
	if (early === null) {
		return null;
	}

	if (early !== '') {
		return obey(journey, page, answerOf(early, contextOf(state), page.rows), said);
	}

	sayWrapped(asker, isNew ? [...detail, '', hint(state, page)] : detail);
	const line = await asker.ask(question(state, page));
	if (line === null) {
		return null;
	}

	return obey(journey, page, answerOf(line, contextOf(state), page.rows), said);
}

function question({open}: AppState, {place}: Page): string {
	return `${open === null ? '' : `${targetWords[open.target.kind]}, `}${place}>`;
}

function hint(state: AppState, page: Page): string {
	const context = contextOf(state);
	const byEnter = enterCommand(context);
	const main = actionsIn(context).filter(
		({isMain, command}) => isMain && command !== 'back' && command !== byEnter && worksNow(state, command),
	);
	return `${[
		`Enter ${page.enter}`,
		...(page.rows.length === 0 ? [] : [keysOf(page.rows)]),
		...(marksRows(context) && page.rows.length > 1 ? ['several as 1,2 or 1-2'] : []),
		...main.map(({typed, label}) => (typed === label ? typed : `${typed} ${label}`)),
		...(context === 'start' ? [] : ['0 back']),
		'? all answers',
	].join(', ')}.`;
}

async function obey(journey: Journey, page: Page, answer: Answer, said: Said): Promise<Said | null> {
	const {store, asker} = journey;
	const context = contextOf(store.get());
	switch (answer.kind) {
		case 'enter': {
			onEnter(journey, page);
			return said;
		}

		case 'help': {
			sayWrapped(asker, helpText(context, page));
			return said;
		}

		case 'again': {
			return page.isListed || (await sayInPages(asker, rowsText(page))) !== null ? nothingSaid : null;
		}

		case 'row': {
			openRow(journey, answer.row);
			// Named on purpose: said again even where it was selected already.
			return {...said, detail: []};
		}

		case 'rows': {
			openMarked(journey, answer.rows);
			return {...said, detail: []};
		}

		case 'step': {
			tell(journey, {type: 'row_chosen', row: page.selected + answer.by});
			return said;
		}

		case 'stage': {
			toStage(journey, answer.stage);
			return said;
		}

		case 'command': {
			if (answer.command === 'filter') {
				return (await askFilter(journey)) ? nothingSaid : null;
			}

			await order(journey, answer.command);
			return said;
		}

		case 'unknown': {
			sayWrapped(asker, ['That is no answer here. ? says what is.']);
			return said;
		}
	}
}

async function order(
	journey: Journey,
	command: Extract<Answer, {kind: 'command'}>['command'],
): Promise<void> {
	const mends = command === 'mend' && journey.store.get().open?.canMend === true;
	tell(journey, {type: 'command', command});
	if (mends) {
		await journey.narrator.until(({open, outcome}) => open?.canMend !== true || outcome !== null);
	}
}

function openRow(journey: Journey, row: number): void {
	const opens = opensRows(contextOf(journey.store.get()));
	tell(journey, {type: 'row_chosen', row}, ...(opens ? [{type: 'command', command: 'choose'} as const] : []));
}

function onEnter(journey: Journey, page: Page): void {
	const state = journey.store.get();
	const context = contextOf(state);
	if (opensRows(context)) {
		openRow(journey, page.selected);
		return;
	}

	switch (context) {
		case 'learn':
		case 'check':
		case 'gap': {
			tell(journey, {type: 'command', command: 'next_stage'});
			return;
		}

		case 'act':
		case 'question': {
			const shown = shownControl(state);
			const what = shown === null ? 'back' : enterOnRow(state, shown);
			tell(
				journey,
				what === 'next'
					? {type: 'row_chosen', row: page.selected + 1}
					: {type: 'command', command: what === 'answer' ? 'attest' : what},
			);
			return;
		}

		case 'rescue': {
			tell(journey, {type: 'command', command: 'go_on'});
			return;
		}

		case 'values': {
			tell(journey, {type: 'command', command: 'copy_chosen'});
			return;
		}

		default: {
			tell(journey, {type: 'command', command: enterCommand(context) ?? 'back'});
		}
	}
}
