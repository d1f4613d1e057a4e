import { Field, Switch } from '@grafana/ui';
import { useId } from 'react';
import { useController } from 'react-hook-form';

interface Props {
  /** Path of the field in the form. */
  name: string;
  label: string;
  description?: string;
}

/** Yes or no; off is absent, as the contract's defaults are. It is null here: without a value the form would show what it began with. */
export function SwitchField({ name, label, description }: Props) {
  const id = useId();
  const { field } = useController({ name });
  return (
    <Field noMargin label={label} description={description}>
      <Switch
        id={id}
        value={field.value === true}
        onBlur={field.onBlur}
        onChange={({ currentTarget }) => field.onChange(currentTarget.checked || null)}
      />
    </Field>
  );
}
