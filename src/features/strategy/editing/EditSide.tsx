import { Alert, Button, Combobox, Field, Stack } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import { useResource, useResources } from '../../../api/resources';
import { type StrategyMap } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { frequencyOf } from '../../../components/period';
import { t } from '../../../i18n';
import { ObjectivePanel } from '../components/ObjectivePanel';
import { titlesOf } from '../components/MapTable';
import { addLink, addObjective, changeObjective, removeLink, removeObjective } from '../model/edits';
import { LinkForm } from './LinkForm';
import { ObjectiveForm } from './ObjectiveForm';
import { type Edits } from './useEdits';

/** What is being edited beside the map; without any, the selected objective is shown. */
export type Task = { type: 'link'; from: string; to: string } | { type: 'add' } | { type: 'change'; name: string };

interface Props {
  map: StrategyMap;
  selected?: string;
  onSelect: (name: string | undefined) => void;
  task?: Task;
  onTask: (task: Task | undefined) => void;
  edits: Edits;
}

/** The side of the map in edit mode: forms, and the selected objective with what can be done to it. */
export function EditSide({ map, selected, onSelect, task, onTask, edits }: Props) {
  const { data: objectives } = useResources('Objective');
  const { data: links } = useResources('CausalLink');
  const { data: scorecard } = useResource('Scorecard', map.scorecard);
  const titles = titlesOf(map);
  const shown = map.perspectives.flatMap((each) => each.objectives).find(({ ref }) => ref.name === selected);
  const named = (name: string) => ({ name, title: titles.get(name) ?? name });
  const taken = (items: Array<{ metadata: { name: string } }> = []) =>
    new Set(items.map(({ metadata }) => metadata.name));
  const run = async (writes: Parameters<Edits['run']>[0]) => {
    if (await edits.run(writes)) {
      onTask(undefined);
    }
  };
  const objective = objectives?.find(
    ({ metadata }) => metadata.name === (task?.type === 'change' ? task.name : selected)
  );

  return (
    <>
      {edits.error && <Refused key={edits.error.message} error={edits.error} />}
      {task?.type === 'link' && (
        <LinkForm
          key={`${task.from} ${task.to}`}
          from={named(task.from)}
          to={named(task.to)}
          usual={frequencyOf(map.period.id) ?? 'month'}
          busy={edits.pending}
          onSave={(spec) => run(addLink(spec, taken(links)))}
          onCancel={() => onTask(undefined)}
        />
      )}
      {task?.type === 'add' && scorecard?.metadata.file && <ByFile file={scorecard.metadata.file} />}
      {task?.type === 'add' && scorecard && !scorecard.metadata.file && (
        <ObjectiveForm
          spec={{ title: '', strategy: map.strategy, perspective: map.perspectives[0]?.name ?? '' }}
          perspectives={map.perspectives}
          busy={edits.pending}
          onSave={(spec) => run(addObjective(spec, scorecard, taken(objectives)))}
          onCancel={() => onTask(undefined)}
        />
      )}
      {task?.type === 'change' && objective && (
        <ObjectiveForm
          key={task.name}
          spec={objective.spec}
          busy={edits.pending}
          onSave={(spec) => run(changeObjective(objective, spec))}
          onCancel={() => onTask(undefined)}
        />
      )}
      {!task && shown && (
        <ObjectivePanel
          map={map}
          objective={shown}
          onSelect={onSelect}
          onClose={() => onSelect(undefined)}
          onRemoveLink={(name) => {
            const link = links?.find(({ metadata }) => metadata.name === name);
            return link && run(removeLink(link));
          }}
          actions={
            <Actions
              map={map}
              name={shown.ref.name}
              file={objective?.metadata.file}
              placedByFile={Boolean(scorecard?.metadata.file)}
              busy={edits.pending || !objective || !scorecard || !links}
              onTask={onTask}
              onRemove={async () => {
                if (objective && scorecard && links) {
                  await run(removeObjective(objective, scorecard, links));
                  onSelect(undefined);
                }
              }}
            />
          }
        />
      )}
    </>
  );
}

function ByFile({ file }: { file: string }) {
  return <Alert severity="info" title={t('strategy.edit.by-file', 'Managed by the file {{file}}', { file })} />;
}

/** Why an edit was refused; comes into sight by itself, since a long form may have been scrolled. */
function Refused({ error }: { error: Error }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box}>
      <ErrorState error={error} title={t('strategy.edit.refused', 'The change was not saved')} />
    </div>
  );
}

interface ActionsProps {
  map: StrategyMap;
  name: string;
  /** The file that manages the objective; it can't be changed here then. */
  file?: string;
  /** A file manages the scorecard that places the objective: it can't be taken off here then. */
  placedByFile: boolean;
  busy: boolean;
  onTask: (task: Task) => void;
  onRemove: () => void;
}

function Actions({ map, name, file, placedByFile, busy, onTask, onRemove }: ActionsProps) {
  const others = [...titlesOf(map)].filter(([other]) => other !== name);
  return (
    <>
      {file ? (
        <ByFile file={file} />
      ) : (
        <Stack gap={1}>
          <Button
            size="sm"
            variant="secondary"
            icon="pen"
            disabled={busy}
            onClick={() => onTask({ type: 'change', name })}
          >
            {t('strategy.edit.change', 'Edit')}
          </Button>
          <Button
            size="sm"
            variant="destructive"
            fill="outline"
            icon="trash-alt"
            disabled={busy || placedByFile}
            onClick={onRemove}
          >
            {t('strategy.edit.remove', 'Remove')}
          </Button>
        </Stack>
      )}
      <Field label={t('strategy.edit.leads-to', 'Leads to')}>
        <Combobox
          id="link-target"
          placeholder={t('strategy.edit.choose', 'Choose an objective')}
          value={null}
          options={others.map(([value, label]) => ({ value, label }))}
          onChange={({ value }) => onTask({ type: 'link', from: name, to: value })}
        />
      </Field>
    </>
  );
}
