import type {ControlId} from '../../../types/control.ts';
import type {ConfirmableReading, WaiverScope} from '../../../types/decision.ts';
import type {EvidenceKind, ReadProgress} from '../../../types/evidence-facts.ts';
import type {Resource} from '../../../types/resource.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {ReportFormat, SessionEvent} from '../../../types/session.ts';
import {editText, type TextEdit, type TextField, textField, textOf} from '../text-field.ts';

/** One choice of a field: its value, its words, and the letter that picks it. */
export type Choice = {readonly value: string; readonly words: string; readonly key: string};

export type FormField = {
	readonly name: string;
	readonly label: string;
	/** What the answer is used for, or what is worth writing: one short sentence, shown while the field is active. */
	readonly hint?: string;
} & (
	| {readonly kind: 'text'; readonly value: TextField}
	/** `chosen` counts from 0; `unchosen` until the person has picked one. */
	| {readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly chosen: number}
);

/** Of a choice that nobody has made yet: what is preselected sways, and would be said by mistake. */
export const unchosen = -1;

/** What a form records. A new form = one line here, one file in `forms/`, one case in `finish-form.ts`. */
export type FormPurpose =
	| {readonly kind: 'attest'; readonly control: ControlId; readonly rule: string}
	| {readonly kind: 'not_on_screen'; readonly click: string}
	| {readonly kind: 'park'; readonly control: ControlId; readonly click: string}
	| {readonly kind: 'assure'; readonly click: string}
	| {readonly kind: 'note'; readonly control: ControlId}
	| {readonly kind: 'waive'; readonly scope: WaiverScope}
	| {readonly kind: 'exempt'; readonly rule: string; readonly resources: readonly Resource[]}
	/** Rows of a register, or words on single things. */
	| {
			readonly kind: 'rows';
			readonly control: ControlId;
			readonly rule: string;
			readonly resources: readonly Resource[];
	  }
	/** Decisions that are taken back, if the answer is yes. */
	| {readonly kind: 'take_back'; readonly events: readonly SessionEvent[]; readonly message: string}
	| {readonly kind: 'profile'}
	/** `then`: what the name was asked for, and goes on with it. */
	| {readonly kind: 'name'; readonly then: 'fix' | 'undo'}
	| {readonly kind: 'hand_over'; readonly control: ControlId}
	| {readonly kind: 'report'; readonly format: ReportFormat; readonly content: string}
	/** `offered`: the kinds of files to choose from; the first where nothing is chosen. */
	| {readonly kind: 'import'; readonly offered: readonly [EvidenceKind, ...EvidenceKind[]]}
	| {readonly kind: 'confirm'; readonly reading: ConfirmableReading; readonly key: SafeText | null};

/** A form over a screen: one field a row, the active one has the keys. */
export type Form = {
	readonly purpose: FormPurpose;
	/** What is asked or decided, in one sentence. */
	readonly title: string;
	readonly explanation: string;
	readonly fields: readonly FormField[];
	/** The fields as they were when the form opened. */
	readonly began: readonly FormField[];
	/** Index of the active field. */
	readonly active: number;
	/** Why it can't be recorded as it is, null when nothing is known to be wrong. */
	readonly problem: string | null;
	/** Index of the field that the problem is of, null when there is none. */
	readonly problemAt: number | null;
	/** A record is on its way to the disk. */
	readonly saving: boolean;
	/** How far a file that takes a while is read; absent before that. */
	readonly progress?: ReadProgress;
	/** The person was told that leaving drops what they typed. */
	readonly isLeaving: boolean;
};

export type NewForm = Pick<Form, 'purpose' | 'title' | 'explanation' | 'fields'>;

/** A form on its first field. */
export function newForm(form: NewForm): Form {
	return {
		...form,
		began: form.fields,
		active: 0,
		problem: null,
		problemAt: null,
		saving: false,
		isLeaving: false,
	};
}

/** The trimmed text of a field; empty for a field the form does not have. */
export function fieldText(form: Form, name: string): string {
	const field = form.fields.find(candidate => candidate.name === name);
	return field?.kind === 'text' ? textOf(field.value).trim() : '';
}

/** The chosen value of a field; empty for a field the form does not have. */
export function fieldChoice(form: Form, name: string): string {
	const field = form.fields.find(candidate => candidate.name === name);
	return field?.kind === 'choice' ? (field.choices[field.chosen]?.value ?? '') : '';
}

/** Whether leaving would drop several answers: more than one choice is another than when the form opened. */
export function hasChosen({fields, began}: Form): boolean {
	const isOther = (field: FormField, index: number): boolean => {
		const before = began[index];
		return field.kind === 'choice' && before?.kind === 'choice' && field.chosen !== before.chosen;
	};
	return fields.filter(isOther).length > 1;
}

/** Whether leaving would drop words: a text that is not empty and not as it was when the form opened. */
export function hasTyped({fields, began}: Form): boolean {
	return fields.some((field, index) => {
		const before = began[index];
		const text = field.kind === 'text' ? textOf(field.value).trim() : '';
		return text !== '' && before?.kind === 'text' && text !== textOf(before.value).trim();
	});
}

/** The active field when it is a choice that has not been made, else null. */
export function openChoice({fields, active}: Form): Extract<FormField, {kind: 'choice'}> | null {
	const field = fields[active];
	return field?.kind === 'choice' && field.chosen === unchosen ? field : null;
}

/** The form after something was typed into its active field. */
export function editForm(form: Form, edit: TextEdit): Form {
	return {
		...form,
		problem: null,
		problemAt: null,
		isLeaving: false,
		fields: form.fields.map((field, index) => (index === form.active ? editField(field, edit) : field)),
	};
}

/** The form with one field filled at once: its text, or the value of its choice. What it does not offer changes nothing. */
export function answerField(
	form: Form,
	{name, value}: {readonly name: string; readonly value: string},
): Form {
	return {
		...form,
		problem: null,
		problemAt: null,
		isLeaving: false,
		fields: form.fields.map(field => (field.name === name ? fillField(field, value) : field)),
	};
}

function fillField(field: FormField, value: string): FormField {
	if (field.kind === 'text') {
		return {...field, value: editText(textField(''), {kind: 'insert', text: value})};
	}

	const chosen = field.choices.findIndex(choice => choice.value === value);
	return chosen === -1 ? field : {...field, chosen};
}

/** The form on another field, counted from the active one, or on the named one. */
export function moveField(form: Form, to: number | string): Form {
	const index = typeof to === 'number' ? form.active + to : form.fields.findIndex(field => field.name === to);
	return {...form, isLeaving: false, active: Math.min(Math.max(index, 0), form.fields.length - 1)};
}

function editField(field: FormField, edit: TextEdit): FormField {
	return field.kind === 'text'
		? {...field, value: editText(field.value, edit)}
		: {...field, chosen: choose(field, edit)};
}

/** The form with the next choice of its active field chosen, the first one after the last. */
export function toggleChoice(form: Form): Form {
	const field = form.fields[form.active];
	return field?.kind === 'choice'
		? answerField(form, {
				name: field.name,
				value: field.choices[(field.chosen + 1) % field.choices.length]?.value ?? '',
			})
		: form;
}

function choose({choices, chosen}: Extract<FormField, {kind: 'choice'}>, edit: TextEdit): number {
	if (edit.kind === 'insert') {
		const picked = choices.findIndex(choice => choice.key === edit.text);
		return picked === -1 ? chosen : picked;
	}

	const step = edit.kind === 'right' ? 1 : edit.kind === 'left' ? -1 : 0;
	return step === 0 ? chosen : Math.min(Math.max(chosen + step, 0), choices.length - 1);
}

/** The form with what is wrong, on the field it is wrong with: the named one, else the active one. */
export function withProblem(form: Form, problem: string, field?: string): Form {
	const moved = field === undefined ? form : moveField(form, field);
	return {...moved, problem, problemAt: moved.active, saving: false};
}
