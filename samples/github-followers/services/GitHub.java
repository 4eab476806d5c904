import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A stand-in for three endpoints of GitHub, with five users: {@code /search/users?q=}, {@code /users/<login>} and
 * {@code /users/<login>/followers}. On the loopback address only. Run with {@code java GitHub.java}: prints
 * {@code ready} and the port, and ends when its standard input does.
 */
final class GitHub {
    private static final int PORT = 18085;
    private static final int THREADS = 4;
    private static final String USERS = "/users/";
    private static final String FOLLOWERS = "/followers";

    /** A user; name, company and location are JSON, a text or null. */
    private record User(String login, String name, String company, String location, List<String> followers) {
        String json() {
            return "{\"login\": \"%s\", \"name\": %s, \"company\": %s, \"location\": %s, \"followers\": %d}"
                    .formatted(login, name, company, location, followers.size());
        }
    }

    private static final List<User> EVERYBODY = List.of(
            new User("antonmi", "\"Anton\"", "null", "\"Berlin\"", List.of("zoe", "antouanbg", "ruby-fan")),
            new User("antouanbg", "\"Antouan\"", "null", "\"Sofia\"", List.of("guangyuzhang", "x")),
            new User("guangyuzhang", "\"Guangyu\"", "\"Kites\"", "null", List.of("gamemann")),
            new User("gamemann", "\"Christian\"", "null", "\"Texas\"", List.of("antonmi")),
            new User("hermit", "null", "null", "null", List.of()));

    private GitHub() {}

    public static void main(String[] args) throws IOException {
        try {
            serveUntilInputEnds();
        } catch (BindException taken) {
            System.err.println("the port " + PORT + " is taken");
            System.exit(1);
        }
    }

    private static void serveUntilInputEnds() throws IOException {
        // An exchange that hangs is given up, so that it cannot keep a thread.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        server.setExecutor(threads);
        server.createContext("/", GitHub::serve);
        server.start();
        System.out.println("ready " + PORT);
        while (System.in.read() >= 0) {
            // Whoever started this program keeps its input open for as long as it is wanted.
        }
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String found = exchange.getRequestMethod().equals("GET") ? answer(exchange) : null;
            String answer = found == null ? "{\"message\": \"Not Found\"}" : found;
            byte[] json = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(found == null ? 404 : 200, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    /** The answer in JSON; null: there is nothing here. */
    private static String answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/search/users")) {
            return search(parameter(exchange, "q", ""), size(exchange));
        }
        if (!path.startsWith(USERS)) {
            return null;
        }
        String rest = path.substring(USERS.length());
        return rest.endsWith(FOLLOWERS)
                ? followers(rest.substring(0, rest.length() - FOLLOWERS.length()), size(exchange))
                : user(rest);
    }

    /** Best match first: the shortest login that begins with the query. */
    private static String search(String query, int size) {
        List<String> logins = EVERYBODY.stream()
                .map(User::login)
                .filter(login -> !query.isEmpty() && login.startsWith(query))
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        return "{\"total_count\": " + logins.size() + ", \"items\": " + list(logins, size) + "}";
    }

    private static String user(String login) {
        return EVERYBODY.stream()
                .filter(user -> user.login().equals(login))
                .map(User::json)
                .findFirst()
                .orElse(null);
    }

    private static String followers(String login, int size) {
        return EVERYBODY.stream()
                .filter(user -> user.login().equals(login))
                .map(user -> list(user.followers(), size))
                .findFirst()
                .orElse(null);
    }

    private static String list(List<String> logins, int size) {
        return logins.stream()
                .limit(size)
                .map(login -> "{\"login\": \"" + login + "\"}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static int size(HttpExchange exchange) {
        String size = parameter(exchange, "per_page", "30");
        return size.matches("[0-9]{1,2}") ? Integer.parseInt(size) : 30;
    }

    private static String parameter(HttpExchange exchange, String name, String otherwise) {
        String query = exchange.getRequestURI().getQuery();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            if (parameter.startsWith(name + "=")) {
                return parameter.substring(name.length() + 1);
            }
        }
        return otherwise;
    }
}
