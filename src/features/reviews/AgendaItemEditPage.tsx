import { Stack } from '@grafana/ui';
import { useFormContext, useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { useResource } from '../../api/resources';
import { type AgendaItemSpec } from '../../api/types';
import { type Draft } from '../../components/editor/document';
import { EditPage } from '../../components/editor/EditPage';
import { NameField } from '../../components/form/NameField';
import { RefsField } from '../../components/form/RefsField';
import { ResourceField } from '../../components/form/ResourceField';
import { ChoiceField, NumberField, TextField } from '../../components/form/fields';
import { appUrl, seriesUrl } from '../../components/links';
import { type KindName } from '../../contract';
import { t } from '../../i18n';
import { classLabel, itemClasses } from './model/classes';
import { useProposedClass } from './useProposedClass';

/** What an agenda item can be about, in the order in which it is offered. */
const subjects: KindName[] = ['Objective', 'Kpi', 'Theme', 'CausalLink', 'Decision', 'Action', 'Scorecard'];

/** Puts something on the agenda of a series, or changes the item that the address names. */
export function AgendaItemEditPage() {
  const [search] = useSearchParams();
  return (
    <EditPage
      kind="AgendaItem"
      newTitle={t('reviews.item.new', 'Put something on the agenda')}
      blank={() => ({ metadata: { name: '' }, spec: { title: '', series: search.get('series') ?? '' } })}
      savedUrl={({ spec }) => seriesUrl(String(spec.series))}
      deletedUrl={appUrl('reviews')}
    >
      {(existing) => (
        <Stack direction="column" gap={2}>
          <TextField name="spec.title" label={t('reviews.item.title', 'What is to be resolved')} required />
          <NameField fixed={existing !== undefined} />
          <ResourceField
            kind="ReviewSeries"
            name="spec.series"
            label={t('reviews.item.series', 'Raised in')}
            required
          />
          <RefsField
            kinds={subjects}
            name="spec.about"
            label={t('reviews.item.about', 'What it is about')}
            description={t('reviews.item.about-text', 'Objectives, KPIs, themes, decisions: type a part of a title.')}
          />
          <TextField name="spec.description" label={t('reviews.item.description', 'Description')} multiline />
          <ClassFields />
          <NumberField name="spec.minutes" label={t('reviews.item.minutes', 'Minutes')} />
          <TextField name="spec.right" label={t('reviews.item.right', 'Decision right that it needs')} />
          {existing && (
            <>
              <ChoiceField
                name="spec.state"
                label={t('reviews.item.state', 'State')}
                description={t('reviews.item.state-text', 'Open when left empty.')}
                options={[
                  { value: 'open', label: t('reviews.item.open', 'Open') },
                  { value: 'resolved', label: t('reviews.item.resolved', 'Resolved') },
                  { value: 'withdrawn', label: t('reviews.item.withdrawn', 'Withdrawn') },
                ]}
              />
              <TextField name="spec.resolution" label={t('reviews.item.resolution', 'Resolution')} multiline />
            </>
          )}
        </Stack>
      )}
    </EditPage>
  );
}

/** The class of the item, proposed from what it is about, and why an operational one is on a strategic agenda. */
function ClassFields() {
  const { formState } = useFormContext<Draft<AgendaItemSpec>>();
  const [series = '', about = [], chosen, reason] = useWatch<
    Draft<AgendaItemSpec>,
    ['spec.series', 'spec.about', 'spec.class', 'spec.classReason']
  >({ name: ['spec.series', 'spec.about', 'spec.class', 'spec.classReason'] });
  const { data } = useResource('ReviewSeries', series || undefined);
  const proposed = useProposedClass(series, about);
  const itemClass = chosen || proposed;
  const needsReason = itemClass === 'operational' && data?.spec.tier === 'strategic';
  return (
    <>
      <ChoiceField
        name="spec.class"
        label={t('reviews.item.class', 'Class')}
        description={
          proposed
            ? t(
                'reviews.item.class-proposed',
                'Proposed from what it is about: {{class}}. Leave it empty to take that.',
                {
                  class: classLabel(proposed),
                }
              )
            : t('reviews.item.class-text', 'Proposed from what it is about when left empty.')
        }
        options={itemClasses.map((value) => ({ value, label: classLabel(value) }))}
      />
      {(needsReason || reason || formState.errors.spec?.classReason) && (
        <TextField
          name="spec.classReason"
          label={t('reviews.item.reason', 'Why here')}
          description={t(
            'reviews.item.reason-text',
            'An operational item needs a reason to be on the agenda of a strategic series.'
          )}
          required={needsReason}
        />
      )}
    </>
  );
}
