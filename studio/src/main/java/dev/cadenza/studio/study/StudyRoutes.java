package dev.cadenza.studio.study;

import dev.cadenza.app.StudyHost.ServeListener;
import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.study.Answer;
import dev.cadenza.evaluate.study.Choice;
import dev.cadenza.evaluate.study.Listener;
import dev.cadenza.evaluate.study.Schedule;
import dev.cadenza.evaluate.study.Skill;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyFolder;
import dev.cadenza.evaluate.study.StudyJson;
import dev.cadenza.evaluate.study.Trial;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.studio.store.AnswerStore;
import dev.cadenza.studio.web.ApiFault;
import dev.cadenza.studio.web.Call;
import dev.cadenza.studio.web.JsonFields;
import dev.cadenza.studio.web.Pace;
import dev.cadenza.studio.web.Reply;
import dev.cadenza.studio.web.Routes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What listeners can do, see `docs/reference/studio-api.md`. They never learn which side a clip is of.
public final class StudyRoutes {

    /// More cannot take part in one study: nobody fills the disk.
    public static final int MOST_LISTENERS = 10_000;
    /// A large class at once.
    public static final int MOST_NEW_A_MINUTE = 120;

    private static final double LONGEST_HEARD_SECONDS = 36_000;
    private static final List<String> CHOICES = Arrays.stream(Choice.values()).map(Choice::code).toList();

    private final StudyDesign design;
    private final AnswerStore store;
    private final Clips clips;
    private final ServeListener heard;
    private final Supplier<String> names;
    private final Pace pace = new Pace(MOST_NEW_A_MINUTE, System::nanoTime);
    private final AtomicBoolean troubled = new AtomicBoolean();

    /// @param names gives each listener a name that nobody can guess
    public StudyRoutes(StudyFolder folder, StudyDesign design, AnswerStore store, ServeListener heard, Supplier<String> names) {
        this.design = design;
        this.store = store;
        this.clips = new Clips(folder, design);
        this.heard = heard;
        this.names = names;
    }

    /// Adds what listeners need to other routes.
    public Routes addTo(Routes routes) {
        return routes.get("api/study", _ -> study())
                .post("api/listeners", call -> kept(() -> begin(call)))
                .get("api/listeners/{listener}", call -> kept(() -> resume(call)))
                .post("api/listeners/{listener}/answers", call -> kept(() -> answer(call)))
                .get("clips/{file}", call -> clips.file(call.variable("file"), call.header("Range").orElse("")));
    }

    /// Where the disk fails, whoever runs the study is told why, and listeners that it was not their fault.
    private Reply kept(Supplier<Reply> work) {
        try {
            Reply reply = work.get();
            troubled.set(false);
            return reply;
        } catch (CadenzaException e) {
            if (!troubled.getAndSet(true)) {
                heard.troubled(e);
            }
            throw new ApiFault(503, "CANNOT_KEEP", "Answers cannot be kept at the moment.", "Wait a little, then try again.");
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private Reply study() {
        ObjectNode json = object().put("title", design.title());
        design.languages().forEach(json.putArray("languages")::add);
        return new Reply.Json(200, json.put("trials", Schedule.length(design)).put("minutes", Schedule.minutes(design)));
    }

    private Reply begin(Call call) {
        JsonFields fields = call.fields();
        Skill skill = new Skill(fields.whole("years", 0, Skill.MOST_YEARS), fields.flag("plays"), fields.whole("level", 1, Skill.MOST_LEVEL));
        fields.oneOf("language", design.languages());
        fields.end();
        if (!pace.admits()) {
            throw new ApiFault(429, "TOO_MANY_AT_ONCE", "Too many people begin at the same time.", "Wait some seconds, then try again.");
        }
        Listener listener = store.add(names.get(), skill, MOST_LISTENERS).orElseThrow(() -> new ApiFault(409, "STUDY_FULL",
                "This study has all the listeners it can have.", "Thank you for your interest."));
        heard.began(listener.number() + 1);
        ObjectNode json = object().put("listener", listener.id());
        addTrials(json, listener);
        return new Reply.Json(200, json);
    }

    private void addTrials(ObjectNode json, Listener listener) {
        ArrayNode trials = json.putArray("trials");
        Schedule.of(design, listener.number()).forEach(trial -> trials.add(StudyJson.forListener(trial)));
    }

    private Listener listener(Call call) {
        return store.listener(call.variable("listener")).orElseThrow(() -> new ApiFault(404, "NO_LISTENER",
                "Nobody of this name takes part.", "Begin anew from the first page."));
    }

    private Reply resume(Call call) {
        Listener listener = listener(call);
        ObjectNode json = object();
        addTrials(json, listener);
        store.answered(listener).forEach(json.putArray("answered")::add);
        return new Reply.Json(200, json);
    }

    private Reply answer(Call call) {
        Listener listener = listener(call);
        JsonFields fields = call.fields();
        List<Trial> trials = Schedule.of(design, listener.number());
        Answer answer = answer(fields, listener.id(), trials.get(fields.whole("trial", 1, trials.size()) - 1));
        fields.end();
        return switch (store.keep(listener, answer)) {
            case NEW -> {
                if (store.answered(listener).size() == trials.size()) {
                    heard.finished(store.finished(trials.size()));
                }
                yield new Reply.Done();
            }
            case BEFORE -> new Reply.Done();
            case OTHER -> throw new ApiFault(409, "ANSWERED_BEFORE", "This question was answered otherwise before, and that answer stands.",
                    "Go on with the next question.");
        };
    }

    private static Answer answer(JsonFields fields, String listener, Trial trial) {
        double seconds = fields.number("heardSeconds", 0, LONGEST_HEARD_SECONDS);
        return switch (trial) {
            case Trial.Pair pair -> new Answer.OfPair(listener, pair, choice(fields), seconds);
            case Trial.Check check -> new Answer.OfCheck(listener, check, choice(fields), seconds);
            case Trial.Rating rating -> {
                JsonFields ratings = fields.within("ratings");
                Map<Aspect, Integer> points = new EnumMap<>(Aspect.class);
                rating.scales().forEach(scale -> points.put(scale, ratings.whole(StudyJson.code(scale), 1, StudyDesign.POINTS)));
                ratings.end();
                yield new Answer.OfRating(listener, rating, points, seconds);
            }
        };
    }

    private static Choice choice(JsonFields fields) {
        return Choice.values()[CHOICES.indexOf(fields.oneOf("choice", CHOICES))];
    }
}
