import type {Click, Control, IdpField, IdpFieldMap} from '../types/control.ts';
import {fillValue, fillValues, type ValueContext} from './hand-over/fill-values.ts';

/** A value of a click as it is shown: `named` holds what each identity provider calls it where none was answered. */
export type ClickValueShown = {
	readonly label: string;
	/** What is not known stays as `<words>`. */
	readonly value: string;
	readonly note: string | null;
	readonly named: readonly {readonly idp: string; readonly name: string}[];
};

export type ClickValues = {
	/** The identity provider whose names the labels are; null where there is none. */
	readonly idp: string | null;
	readonly values: readonly ClickValueShown[];
};

/** The values to enter at a click: in the words of the answered identity provider, else with those of all beside them. */
export function clickValues(
	click: Pick<Click, 'values' | 'fields'>,
	fieldMaps: Control['fieldMaps'],
	context: ValueContext,
): ClickValues {
	const {fields} = click;
	const map = fieldMaps.find(({idp}) => idp === context.profile.idp);
	const own = map === undefined ? [] : fieldsOf(map, fields);
	if (fields !== undefined && map !== undefined && own.length > 1) {
		return {idp: map.name, values: own.flatMap(field => ofField(field, map, context))};
	}

	const values = fillValues(click, context).map(({label, value}) => ({
		label,
		value,
		note: null,
		named:
			fields === undefined || map !== undefined || context.profile.idp === 'other'
				? []
				: namesOf(label, value),
	}));
	const notes = own.map(({mixpanel, idp, note}) => ({label: mixpanel, value: `<${idp}>`, note, named: []}));
	return {idp: notes.length > 0 ? (map?.name ?? null) : null, values: [...values, ...notes]};

	function namesOf(label: string, value: string): ClickValueShown['named'] {
		return fieldMaps.flatMap(each =>
			fieldsOf(each, fields)
				.filter(field =>
					field.enter === undefined ? field.mixpanel === label : fillValue(field.enter, context) === value,
				)
				.slice(0, 1)
				.map(({idp}) => ({idp: each.name, name: idp})),
		);
	}
}

/** What of the values can be put on the clipboard: those that are known. */
export function copyable({values}: ClickValues): readonly ClickValueShown[] {
	return values.filter(({value}) => !/^<[^>]*>$/u.test(value));
}

function fieldsOf({fields}: IdpFieldMap, way: Click['fields']): readonly IdpField[] {
	return way === undefined ? [] : fields.filter(({enter}) => (enter !== undefined) === (way === 'to_idp'));
}

function ofField(
	{mixpanel, idp, note, enter}: IdpField,
	map: IdpFieldMap,
	context: ValueContext,
): readonly ClickValueShown[] {
	if (enter === undefined) {
		return [{label: mixpanel, value: `<${idp}, in ${map.name}>`, note, named: []}];
	}

	const isAttribute = /^[a-z]+$/iu.test(enter);
	const label = isAttribute ? 'Attribute' : idp;
	const filled = fillValues({values: [{label, template: enter}]}, context);
	return filled.map(({label: shown, value}) => ({
		label: shown,
		value,
		note: isAttribute ? [idp, note].filter(part => part !== null).join('. ') : note,
		named: [],
	}));
}
