/** The registries that Grafana's packages leave for Grafana to fill. */
import {
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  type TransformerRegistryItem,
} from '@grafana/data';
import { fieldProperties } from './fieldProperties';

/** Ids of the option editors that panels name; the preview has no panel editor that would show one. */
const editorIds = [
  'text',
  'number',
  'slider',
  'boolean',
  'select',
  'multi-select',
  'radio',
  'unit',
  'links',
  'actions',
  'stats-picker',
  'strings',
  'timezone',
  'fieldColor',
  'color',
  'mappings',
  'thresholds',
  'field-name',
  'dashboard-uid',
];

export function fillRegistries(): void {
  standardEditorsRegistry.setInit(() => editorIds.map((id) => ({ id, name: id, editor: () => null })));
  standardFieldConfigEditorRegistry.setInit(() => fieldProperties);
  standardTransformersRegistry.setInit(() => {
    const byId = new Map(
      Object.values(standardTransformers).map((transformation) => [transformation.id, transformation])
    );
    return [...byId.values()].map(
      (transformation) =>
        ({
          id: transformation.id,
          name: transformation.name,
          description: transformation.description,
          transformation: () => Promise.resolve(transformation),
          editor: () => null,
        }) as unknown as TransformerRegistryItem<object>
    );
  });
}
