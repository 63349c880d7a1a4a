import {setTimeout as delay} from 'node:timers/promises';
import {type Choosing, canUndo, confirmDelay, type Fix} from '../../ui/state/fixes/fix.ts';
import {fixText, resultText} from './fix-text.ts';
import {type Journey, tell} from './journey.ts';
import {sayInPages, sayWrapped} from './say.ts';

/** A change through the API: choose, see what it does, say yes or no, see what came of it. Null when broken off. */
export async function askFix(journey: Journey, fix: Fix): Promise<'asked' | null> {
	switch (fix.kind) {
		case 'choosing': {
			return choose(journey, fix);
		}

		case 'confirming': {
			return confirm(journey, fix);
		}

		case 'naming': {
			return nameOrganization(journey, fix);
		}

		case 'ended': {
			return end(journey, fix);
		}

		case 'planning':
		case 'running': {
			// Waited for before anything is asked.
			return 'asked';
		}
	}
}

async function choose(journey: Journey, {resources, limit, row, since}: Choosing): Promise<'asked' | null> {
	const {asker} = journey;
	const lines = [
		'',
		limit === 1
			? 'The first time one property is classified alone, so that you see what it does before more follow.'
			: 'Which are to be classified? Several numbers are set apart by commas.',
		...resources.map(
			({name, id}, index) => `  ${index + 1}: ${name}, ${id.split(':').slice(0, 2).join(' ')}`,
		),
	];
	if ((await sayInPages(asker, lines)) === null) {
		return null;
	}

	for (;;) {
		const answer = await asker.ask(`Classify [${row + 1}], 0 leaves:`);
		if (answer === null) {
			return null;
		}

		if (answer === '0') {
			tell(journey, {type: 'command', command: 'back'});
			return 'asked';
		}

		const rows = answer === '' ? [row] : answer.split(/[\s,]+/).map(part => Number(part) - 1);
		if (limit !== null && rows.length > limit) {
			sayWrapped(asker, [`No more than ${limit} this time.`]);
		} else if (rows.some(each => resources[each] === undefined)) {
			sayWrapped(asker, [`Answer with numbers from 1 to ${resources.length}.`]);
		} else {
			await delay(since === null ? 0 : Math.max(since.getTime() + confirmDelay - Date.now(), 0));
			pick(journey, resources, new Set(rows));
			tell(journey, {type: 'command', command: 'choose'});
			return 'asked';
		}
	}
}

/** Leave these rows ticked and no others: some may be from a choice before this one. */
function pick(journey: Journey, resources: Choosing['resources'], rows: ReadonlySet<number>): void {
	const {fix} = journey.store.get();
	const chosen = fix?.kind === 'choosing' ? fix.chosen : new Set<string>();
	const unwanted = [...resources.keys()].filter(
		row => !rows.has(row) && chosen.has(resources[row]?.id ?? ''),
	);
	const missing = [...rows].filter(row => !chosen.has(resources[row]?.id ?? ''));
	for (const row of [...unwanted, ...missing]) {
		tell(journey, {type: 'row_chosen', row}, {type: 'command', command: 'tick'});
	}
}

async function confirm(journey: Journey, fix: Extract<Fix, {kind: 'confirming'}>): Promise<'asked' | null> {
	const {asker, store} = journey;
	if ((await sayInPages(asker, ['', ...fixText(fix)])) === null) {
		return null;
	}

	const {preview} = fix.plans[0];
	const yes = fix.plans.length === 1 ? preview.yes : `Yes, change these ${fix.plans.length}`;
	sayWrapped(asker, [`${yes}? Type yes to send it; anything else is no.`]);
	const answer = await asker.ask('Send it? [no]:');
	if (answer === null) {
		return null;
	}

	if (answer.toLowerCase() !== 'yes') {
		// A no may come as quickly as it likes, and counts once the confirmation takes answers.
		await delay(Math.max(fix.since.getTime() + confirmDelay - Date.now(), 0));
		tell(journey, {type: 'command', command: 'back'});
		return 'asked';
	}

	tell(journey, {type: 'command', command: 'bottom'}, {type: 'command', command: 'choose'});
	// A yes that was there before the question could be read was meant for something else.
	if (store.get().fix?.kind === 'confirming') {
		sayWrapped(asker, ['That came too quickly to be meant. Once more:']);
	}

	return 'asked';
}

/** Before the first change of a real organization its name is typed. */
async function nameOrganization(
	journey: Journey,
	{problem}: Extract<Fix, {kind: 'naming'}>,
): Promise<'asked' | null> {
	const {asker, store} = journey;
	const target = store.get().open?.target;
	const name =
		target === undefined || target.kind === 'byHand' ? '' : `${target.name}, ${target.organizationId}`;
	const region = target?.kind === 'live' ? `, ${target.region.toUpperCase()}, PRODUCTION` : '';
	sayWrapped(asker, [
		problem ?? `What is sent now changes a real organization, for everyone in it: ${name}${region}.`,
	]);
	const answer = await asker.ask('Type the name of the organization to go on, 0 goes back:');
	if (answer === null) {
		return null;
	}

	tell(
		journey,
		...(answer === '0'
			? [{type: 'command', command: 'cancel'} as const]
			: ([
					{type: 'edit', edit: {kind: 'clear'}},
					{type: 'edit', edit: {kind: 'insert', text: answer}},
					{type: 'command', command: 'accept'},
				] as const)),
	);
	return 'asked';
}

async function end(journey: Journey, {result}: Extract<Fix, {kind: 'ended'}>): Promise<'asked' | null> {
	const {asker} = journey;
	if ((await sayInPages(asker, ['', ...resultText(result)])) === null) {
		return null;
	}

	const answer = await asker.ask(
		canUndo(result)
			? 'Enter goes back and reads again, u takes the change back:'
			: 'Enter goes back and reads again:',
	);
	if (answer === null) {
		return null;
	}

	tell(journey, {type: 'command', command: answer === 'u' ? 'undo' : 'choose'});
	return 'asked';
}
