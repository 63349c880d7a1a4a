import type {ReportFormat} from '../../../types/session.ts';
import type {ReportTexts} from '../places.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {type Form, type FormPurpose, fieldText, newForm} from './form.ts';

/** Asks where a report goes; a name that is free in the folder stands there already. */
export function reportForm(format: ReportFormat, texts: ReportTexts): Form {
	const {folder, names} = texts;
	return newForm({
		purpose: {kind: 'report', format, content: texts[format]},
		title: `Save the report as ${format === 'json' ? 'JSON' : 'Markdown'}`,
		explanation: `It becomes a new file that only you may read; one that is there already is never replaced. A name alone goes into the folder you started from: ${folder}`,
		fields: [{name: 'place', label: 'File', kind: 'text', value: textField(names[format])}],
	});
}

export function finishReport(
	form: Form,
	{format, content}: Extract<FormPurpose, {kind: 'report'}>,
): Finished {
	const place = fieldText(form, 'place');
	return place === ''
		? problem('place', 'Write the name of the file, or press Esc to leave.')
		: {kind: 'save', place, format, content};
}
