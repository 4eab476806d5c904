package dev.krakenflow.observability;

import dev.krakenflow.engine.EventId;
import dev.krakenflow.engine.PathObserver;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Tbd;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the stays of one event in the components that do something; those that only say where it goes on are passed over. */
public abstract class StayObserver implements PathObserver {
    private final @Nullable Stay outermost;
    private final int unseenAround;
    private @Nullable Stay inside;
    private int unseen;

    /** An event that is in nothing yet. */
    protected StayObserver() {
        this.outermost = null;
        this.unseenAround = 0;
    }

    /**
     * An event where another one is.
     *
     * @param last whether it is the same event, in what its pipeline does at last: it leaves nothing that is around that
     */
    protected StayObserver(StayObserver other, boolean last) {
        this.inside = other.inside;
        this.unseen = other.unseen;
        this.outermost = last ? other.inside : other.outermost;
        this.unseenAround = last ? other.unseen : other.unseenAround;
        if (inside != null && !last) {
            inside.shared();
        }
    }

    /**
     * The event comes into a component.
     *
     * @param around the stay in the component that plugs the pipeline; null: there is none
     * @return its stay; null: nobody wants to know, neither of what is inside of it
     */
    protected abstract @Nullable Stay begin(String pipeline, Component component, @Nullable Stay around);

    /**
     * An observer as this one, for an event that is where this one is.
     *
     * @param last as the constructor has it
     */
    protected abstract StayObserver another(boolean last);

    /** The innermost stay; null: the event is in none. */
    protected final @Nullable Stay inside() {
        return inside;
    }

    @Override
    public final void entered(String pipeline, Component component, Map<String, Object> event) {
        Stay stay = unseen > 0 || isPassedOver(component) ? null : begin(pipeline, component, inside);
        if (stay == null) {
            unseen++;
        } else {
            inside = stay;
        }
    }

    private static boolean isPassedOver(Component component) {
        return component instanceof GotoPoint
                || component instanceof Goto
                || component instanceof Done
                || component instanceof DeadEnd
                || component instanceof Tbd;
    }

    @Override
    public final void left(Map<String, Object> event, boolean skipped) {
        leave(skipped, null);
    }

    @Override
    public final void failed(Failure failure) {
        leave(false, failure);
    }

    private void leave(boolean skipped, @Nullable Failure failure) {
        if (unseen > 0) {
            unseen--;
        } else if (inside != null) {
            Stay left = inside;
            inside = left.around();
            left.leave(skipped, failure);
        }
    }

    @Override
    public final void ended() {
        unseen = 0;
        while (inside != outermost) {
            leave(false, null);
        }
        unseen = unseenAround;
    }

    @Override
    public final PathObserver composed(EventId event, EventId parent) {
        return another(false);
    }

    @Override
    public final PathObserver last() {
        return another(true);
    }
}
