import type { Added, ArticleAdder } from '../answering/adding.ts';
import type { Answer, AnswerEngine } from '../answering/answer.ts';
import type { Libraries } from '../slack/libraries.ts';

/** Learns of what the libraries do. */
export interface LibraryObserver {
  answered(answer: Answer): void;
  added(article: Added): void;
}

/** The same libraries, with somebody who looks on. */
export function observedLibraries(libraries: Libraries, observer: LibraryObserver): Libraries {
  return {
    async of(team) {
      const { engine, adder } = await libraries.of(team);
      return { engine: observedEngine(engine, observer), adder: adder && observedAdder(adder, observer) };
    },
    remove: (team) => libraries.remove(team),
    close: () => libraries.close(),
  };
}

function observedEngine(engine: AnswerEngine, observer: LibraryObserver): AnswerEngine {
  return {
    articles: () => engine.articles(),
    open: (id) => engine.open(id),
    async answer(question, thread) {
      const found = await engine.answer(question, thread);
      observer.answered(found.answer);
      return found;
    },
  };
}

function observedAdder(adder: ArticleAdder, observer: LibraryObserver): ArticleAdder {
  return {
    async add(source) {
      const article = await adder.add(source);
      observer.added(article);
      return article;
    },
  };
}
