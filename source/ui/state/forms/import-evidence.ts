import type {EvidenceKind, ImportedEvidence} from '../../../types/evidence-facts.ts';
import type {Rule} from '../../../types/rule.ts';
import {relativeTime} from '../../lines/relative-time.ts';
import type {TimedEvent} from '../app-event.ts';
import type {AppState, Open} from '../app-state.ts';
import {selectedRule, shownControl} from '../control/selection.ts';
import {judge} from '../judge.ts';
import {leave} from '../leave.ts';
import {type Step, stay} from '../step.ts';
import {textField} from '../text-field.ts';
import {withOpen} from '../with-open.ts';
import {factOfEvidence} from './fact-of-evidence.ts';
import {type Finished, problem} from './finished.ts';
import {
	type Choice,
	type Form,
	type FormField,
	type FormPurpose,
	fieldChoice,
	fieldText,
	moveField,
	newForm,
} from './form.ts';

type ImportPurpose = Extract<FormPurpose, {kind: 'import'}>;

const kinds: readonly EvidenceKind[] = ['saml_certificate', 'audit_log'];

const choices: {readonly [Kind in EvidenceKind]: Choice} = {
	audit_log: {value: 'audit_log', words: 'Audit log', key: 'l'},
	saml_certificate: {value: 'saml_certificate', words: 'SAML certificate', key: 'c'},
};

const explanations: {readonly [Kind in EvidenceKind]: string} = {
	audit_log:
		'The audit log as exported under Settings → Org → Audit Log, CSV or NDJSON, up to 1 GB. It is counted on this machine: numbers and its SHA-256 are kept, nothing else.',
	saml_certificate:
		'The signing certificate of your identity provider, PEM or DER, or its metadata XML. Kept are its names, its days and its fingerprint. A private key is refused unread.',
};

/** Kinds of files that a rule of the control rests on or shows. */
function kindsOf(rules: readonly Pick<Rule, 'dependsOn'>[]): readonly EvidenceKind[] {
	return kinds.filter(kind => rules.some(({dependsOn}) => dependsOn.includes(factOfEvidence[kind])));
}

/** Ask for the file that a rule of the control shown rests on, the selected rule's first. */
export function beginImport(state: AppState): Step {
	const shown = shownControl(state);
	const {open} = state;
	if (open !== null && isOnScim(state)) {
		return beginToken(state, open);
	}

	const offered = kindsOf(shown?.control.rules ?? []);
	const [first, ...more] = offered;
	if (open === null || shown === null || first === undefined) {
		return stay({
			...state,
			message: 'No file helps here: 1.1 takes the SAML certificate, 2.3 and 4.1 the exported audit log.',
		});
	}

	if (open.readOnly !== null) {
		return stay({...state, message: open.readOnly});
	}

	const selected = selectedRule(state)?.id;
	const [wanted] = kindsOf(shown.control.rules.filter(({id}) => id === selected));
	const file: FormField = {name: 'file', label: 'File', kind: 'text', value: textField('')};
	const form = newForm({
		purpose: {kind: 'import', offered: [first, ...more]},
		title: more.length === 0 ? importTitle(first) : 'Take a file in as evidence',
		explanation: [
			...offered.map(kind => explanations[kind]),
			'Type its path, or drop the file on this window.',
			...open.session.evidence.filter(({kind}) => offered.includes(kind)).map(each => before(each, state)),
		].join(' '),
		fields:
			more.length === 0
				? [file]
				: [
						{
							name: 'kind',
							label: 'What it is',
							kind: 'choice',
							choices: offered.map(kind => choices[kind]),
							chosen: Math.max(offered.indexOf(wanted ?? first), 0),
						},
						file,
					],
	});
	return stay({...state, form: wanted === undefined ? form : moveField(form, 'file')});
}

/** Whether the selected rule is the one that a SCIM token answers. */
function isOnScim(state: AppState): boolean {
	const id = selectedRule(state)?.id;
	return (
		shownControl(state)
			?.control.rules.find(rule => rule.id === id)
			?.dependsOn.includes('scimUsers') === true
	);
}

/** The prompts ask for the token: nothing that is typed there comes into what the screens are drawn from. */
function beginToken(state: AppState, {target, session, offline}: Open): Step {
	if (target.kind === 'byHand' || offline !== null) {
		return stay({...state, message: 'A SCIM token helps once the organization is reached with a key.'});
	}

	return session.training === null
		? leave(state, {kind: 'scim_token'})
		: stay({...state, message: 'Training takes no real SCIM token: it asks its own organization.'});
}

function importTitle(kind: EvidenceKind): string {
	return kind === 'audit_log' ? 'Import an exported audit log' : 'Import the SAML certificate';
}

function before({name, at}: ImportedEvidence, {now}: AppState): string {
	return `It takes the place of ${name}, imported ${relativeTime(new Date(at), now)}.`;
}

/** What a finished form asks to be read. */
export function finishImport(form: Form, [first, ...more]: ImportPurpose['offered']): Finished {
	const place = fieldText(form, 'file');
	const chosen = fieldChoice(form, 'kind');
	return place === ''
		? problem('file', 'Write the path of the file, or press Esc to leave.')
		: {kind: 'import', evidence: more.find(kind => kind === chosen) ?? first, place};
}

/** A file is being read for this form. */
export function isImporting(form: Form): boolean {
	return form.saving && form.purpose.kind === 'import';
}

/** Leave the file alone; the form stays with its path. */
export function stopImport(state: AppState, {progress: _, ...form}: Form): Step {
	return {
		state: {...state, message: 'Stopped; nothing of the file is kept.', form: {...form, saving: false}},
		effects: [{type: 'stop_import'}],
	};
}

/** What comes while a file is read, and at its end: every rule is judged again. */
export function updateImport(
	state: AppState,
	event: Extract<TimedEvent, {type: 'import_progressed' | 'evidence_imported'}>,
): AppState {
	const {form} = state;
	const isAwaited = form !== null && isImporting(form);
	if (event.type === 'import_progressed') {
		return isAwaited ? {...state, form: {...form, progress: event.progress}} : state;
	}

	const judged = withOpen(state, open =>
		judge(
			{
				...open,
				session: event.session,
				imported: {...open.imported, ...event.facts},
				facts: {...open.facts, ...event.facts},
			},
			state,
		),
	);
	return isAwaited
		? {...judged, form: null, message: null, sheet: {kind: 'imported', evidence: event.kind, row: 0}}
		: judged;
}
