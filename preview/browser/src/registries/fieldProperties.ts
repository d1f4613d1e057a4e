/** The properties of a field that every panel knows: without them units, decimals and thresholds are ignored. */
import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldColorModeId,
  type FieldConfigPropertyItem,
  identityOverrideProcessor,
  numberOverrideProcessor,
  stringOverrideProcessor,
  ThresholdsMode,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

type Processor = FieldConfigPropertyItem['process'];

function property(id: string, name: string, process: Processor, defaultValue?: unknown): FieldConfigPropertyItem {
  const editor = () => null;
  return { id, path: id, name, editor, override: editor, process, defaultValue, settings: {}, shouldApply: () => true };
}

const thresholds = {
  mode: ThresholdsMode.Absolute,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

export const fieldProperties: FieldConfigPropertyItem[] = [
  property('unit', 'Unit', unitOverrideProcessor as Processor),
  property('min', 'Min', numberOverrideProcessor as Processor),
  property('max', 'Max', numberOverrideProcessor as Processor),
  property('fieldMinMax', 'Field min/max', booleanOverrideProcessor as Processor),
  property('decimals', 'Decimals', numberOverrideProcessor as Processor),
  property('displayName', 'Display name', displayNameOverrideProcessor as Processor),
  property('color', 'Color scheme', identityOverrideProcessor as Processor, { mode: FieldColorModeId.PaletteClassic }),
  property('noValue', 'No value', stringOverrideProcessor as Processor),
  property('links', 'Data links', dataLinksOverrideProcessor as Processor),
  property('actions', 'Actions', identityOverrideProcessor as Processor),
  property('mappings', 'Value mappings', valueMappingsOverrideProcessor as Processor, []),
  property('thresholds', 'Thresholds', thresholdsOverrideProcessor as Processor, thresholds),
  property('filterable', 'Filterable', booleanOverrideProcessor as Processor),
];
