import { act, renderHook } from '@testing-library/react';
import { type ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router-dom';
import { useUrlState } from './useUrlState';

function setUp(url: string) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter
      initialEntries={['/before', url]}
      initialIndex={1}
      future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
    >
      {children}
    </MemoryRouter>
  );
  const { result } = renderHook(() => ({ url: useUrlState(), location: useLocation(), navigate: useNavigate() }), {
    wrapper,
  });
  return result;
}

it('adds up changes that come in a row', () => {
  const page = setUp('/page?kiosk=1');
  act(() => {
    page.current.url[1]({ unit: 'north' });
    page.current.url[1]({ period: '1997-Q3' });
  });
  expect(page.current.location.search).toBe('?kiosk=1&unit=north&period=1997-Q3');
  expect(page.current.url[0]).toMatchObject({ unit: 'north', period: '1997-Q3' });
});

it('goes back in one step, however often the same is asked for', () => {
  const page = setUp('/page');
  act(() => page.current.url[1]({ unit: 'north' }));
  act(() => page.current.url[1]({ unit: 'north' }));
  act(() => page.current.navigate(-1));
  expect(page.current.location).toMatchObject({ pathname: '/page', search: '' });
});

it('leaves no trace of what is replaced', () => {
  const page = setUp('/page');
  act(() => page.current.url[1]({ row: 'financial' }, { replace: true }));
  act(() => page.current.navigate(-1));
  expect(page.current.location.pathname).toBe('/before');
});
