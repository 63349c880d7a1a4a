import {isImporting} from '../../ui/state/forms/import-evidence.ts';
import {askFix} from './ask-fix.ts';
import {askForm} from './ask-form.ts';
import {askPage} from './ask-page.ts';
import {awaitImport} from './await-import.ts';
import {awaitReading} from './await-reading.ts';
import {type Journey, tell} from './journey.ts';
import {sayWrapped} from './say.ts';
import {settled} from './settled.ts';
import {nothingSaid} from './unsaid.ts';

/** Said once, before the first question. */
const introduction = [
	'mixpanel-harden, the Mixpanel Hardening Guide as plain questions.',
	'Nothing is sent anywhere but to Mixpanel. Nothing is changed without asking.',
	'Answer with what is offered and Enter. 0 goes back, as Esc does elsewhere; ? says what can be answered; q leaves. Everything is saved.',
	'',
];

/** Ask one thing after the other until the wizard is left. Resolves once everything is written. */
export async function takeSteps(journey: Journey): Promise<void> {
	const {store, asker, narrator} = journey;
	let said = nothingSaid;
	let isWaiting = true;
	sayWrapped(asker, introduction);
	for (;;) {
		await settled(journey);
		const state = store.get();
		if (journey.hasLeft() || state.outcome !== null) {
			await journey.left;
			return;
		}

		const isReading = state.open?.reading.kind === 'under_way';
		isWaiting = isReading ? isWaiting : true;
		sayWrapped(asker, narrator.take());
		if (isReading && isWaiting) {
			const how = await awaitReading(journey);
			isWaiting = how !== 'enter';
			breakOff(journey, how === null);
			continue;
		}

		if (state.form !== null && isImporting(state.form)) {
			breakOff(journey, (await awaitImport(journey)) === null);
		} else if (state.form !== null) {
			breakOff(journey, (await askForm(journey, state.form)) === null);
		} else if (state.fix !== null) {
			breakOff(journey, (await askFix(journey, state.fix)) === null);
		} else {
			const now = await askPage(journey, said);
			said = now ?? nothingSaid;
			breakOff(journey, now === null);
		}
	}
}

function breakOff(journey: Journey, isWanted: boolean): void {
	if (isWanted && journey.store.get().outcome === null) {
		tell(journey, {type: 'command', command: 'interrupt'});
	}
}
