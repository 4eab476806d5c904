package dev.krakenflow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** A class lies in a package whose {@code package-info.java} says {@code @NullMarked}. */
final class PackageInfo extends ArchCondition<JavaClass> {

    PackageInfo() {
        super("lie in a package with a @NullMarked package-info");
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        JavaPackage home = origin.getPackage();
        if (!home.isAnnotatedWith(NullMarked.class)) {
            events.add(SimpleConditionEvent.violated(
                    origin,
                    home.getName() + " has no package-info.java with @NullMarked (see " + origin.getName() + ")"));
        }
    }
}
