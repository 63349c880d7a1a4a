import type {Shape} from '../types/shape.ts';
import {isFieldName} from './field-words.ts';

/** Puts the shapes of many answers together. */
export type ShapeBuilder = {readonly add: (value: unknown) => void; readonly shape: () => Shape};

type Node = {
	readonly types: Set<string>;
	objects: number;
	readonly keys: Map<string, {readonly node: Node; count: number}>;
	items: Node | null;
};

const otherKey = '<other>';
/** Deepest nesting and most values looked at; what lies beyond is said to be there. */
const deepest = 12;
const mostValues = 200_000;

export function createShapeBuilder(): ShapeBuilder {
	const root = emptyNode();
	let left = mostValues;
	const add = (node: Node, value: unknown, depth: number): void => {
		left -= 1;
		if (typeof value !== 'object' || value === null) {
			node.types.add(typeName(value));
		} else if (depth === deepest || left < 0) {
			node.types.add('more');
		} else if (Array.isArray(value)) {
			node.items ??= emptyNode();
			for (const item of value) {
				add(node.items, item, depth + 1);
			}
		} else {
			node.objects += 1;
			const met = new Set<string>();
			for (const [key, inner] of Object.entries(value)) {
				const shown = isFieldName(key) ? key : otherKey;
				const entry = node.keys.get(shown) ?? {node: emptyNode(), count: 0};
				node.keys.set(shown, entry);
				entry.count += met.has(shown) ? 0 : 1;
				met.add(shown);
				add(entry.node, inner, depth + 1);
			}
		}
	};

	return {add: value => add(root, value, 0), shape: () => toShape(root)};
}

function emptyNode(): Node {
	return {types: new Set(), objects: 0, keys: new Map(), items: null};
}

function typeName(value: unknown): string {
	if (value === null) {
		return 'null';
	}

	// Numbers too long to be exact are read as their digits.
	return typeof value === 'string' && /^\d{16,}$/.test(value) ? 'long number' : typeof value;
}

function toShape({types, objects, keys, items}: Node): Shape {
	const several: Shape[] = types.size === 0 ? [] : [[...types].toSorted().join('|')];
	if (items !== null) {
		several.push(isEmpty(items) ? [] : [toShape(items)]);
	}

	if (objects > 0) {
		several.push(
			Object.fromEntries(
				[...keys]
					.toSorted(([one], [other]) => (one < other ? -1 : 1))
					.map(([key, {node, count}]) => [
						count < objects && key !== otherKey ? `${key}?` : key,
						toShape(node),
					]),
			),
		);
	}

	const [only] = several;
	return several.length === 1 && only !== undefined ? only : {'<either>': several};
}

function isEmpty({types, objects, items}: Node): boolean {
	return types.size === 0 && objects === 0 && items === null;
}
